import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { importList } from '../../api/lists';
import { problemFrom, type Problem } from '../../api/problem';
import type { ImportReport, List } from '../../api/types';
import { formatNumber } from '../../lib/format';
import { findText, textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { Panel } from '../../ui/Panel';

const kSources = ['un_consolidated', 'ofac_sdn', 'eu_fsf', 'own'];

function Report({ report }: { report: ImportReport }) {
  const t = useText();
  const { alerts, added, changed, withdrawn, quarantined } = report;
  return (
    <Notice state={report.unchanged ? 'info' : 'clear'} role="status">
      {report.unchanged
        ? t('import.unchanged', { source: textOf('source', report.source) })
        : t('import.done', {
            source: textOf('source', report.source),
            alerts: formatNumber(alerts),
            added: formatNumber(added),
            changed: formatNumber(changed),
            withdrawn: formatNumber(withdrawn),
            quarantined: formatNumber(quarantined),
          })}
    </Notice>
  );
}

function Refusal({ problem, onInsist }: { problem: Problem; onInsist: () => void }) {
  const t = useText();
  const shrinks = problem.code === 'list_shrinks_suspiciously';
  return (
    <Notice
      state="hit"
      role="alert"
      acts={
        shrinks && (
          <Button kind="danger" onPress={onInsist}>
            {t('import.insist')}
          </Button>
        )
      }
    >
      {findText(`problem.${problem.code}`) ?? t('problem.word', { word: problem.code })} {problem.detail && <bdi>{problem.detail}</bdi>}
    </Notice>
  );
}

interface Order {
  source: string;
  file: File;
  shrinking: 'refuse' | 'accept';
}

/** For the owner of the watchlists: the publisher's file as it is, taken whole or not at all. */
export function ImportPanel({ known }: { known: readonly List[] }) {
  const t = useText();
  const client = useQueryClient();
  const [source, setSource] = useState('un_consolidated');
  const [file, setFile] = useState<File>();
  const [missing, setMissing] = useState(false);
  const job = useMutation({
    mutationFn: (order: Order) => importList(order.source, order.file, order.shrinking),
    onSuccess: () => client.invalidateQueries({ queryKey: ['lists'] }),
  });
  const sources = [...new Set([...kSources, ...known.map((list) => list.source)])];
  const send = (shrinking: Order['shrinking']) => {
    setMissing(!file);
    if (file && !job.isPending) job.mutate({ source, file, shrinking });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send('refuse');
  };
  return (
    <Panel title={t('import.title')}>
      <form className="import" onSubmit={submit}>
        <Field name={t('lists.source')}>
          <select value={source} onChange={(event) => setSource(event.target.value)}>
            {sources.map((one) => (
              <option key={one} value={one}>
                {textOf('source', one)}
              </option>
            ))}
          </select>
        </Field>
        <Field name={t('import.file')} hint={t('import.hint')}>
          <input type="file" accept=".xml,.csv" onChange={(event) => setFile(event.target.files?.[0])} />
        </Field>
        <Button submit kind="primary">
          {job.isPending ? t('import.busy') : t('import.submit')}
        </Button>
      </form>
      {missing && (
        <p role="alert" className="error-text">
          {t('import.missing')}
        </p>
      )}
      {job.data && <Report report={job.data} />}
      {job.error && <Refusal problem={problemFrom(job.error)} onInsist={() => send('accept')} />}
    </Panel>
  );
}
