import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent } from 'react';
import { getDrills, noteDrill, startDrill } from '../../api/board';
import { problemFrom } from '../../api/problem';
import type { Drill } from '../../api/types';
import { formatInstant } from '../../lib/format';
import { textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Panel } from '../../ui/Panel';

type Act = 'start' | 'findings' | 'end';

/** One line to write and one button to send it. */
function TextForm({ name, act, onSend }: { name: string; act: string; onSend: (text: string) => void }) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    onSend(String(new FormData(form).get('text') ?? ''));
    form.reset();
  };
  return (
    <form className="text-form" onSubmit={submit}>
      <Field name={name}>
        <input name="text" required maxLength={2000} />
      </Field>
      <Button submit>{act}</Button>
    </form>
  );
}

function DrillItem({ drill, timeZone }: { drill: Drill; timeZone: string }) {
  const t = useText();
  return (
    <li data-drill={drill.drill_id}>
      <strong>
        <bdi>{drill.scenario}</bdi>
      </strong>{' '}
      <span className="quiet">
        {formatInstant(drill.started_at, timeZone)} {drill.ended_at ? t('drill.over') : t('drill.running')}
      </span>
      <ul>
        {drill.findings.map((finding) => (
          <li key={finding.at + finding.text}>
            <bdi>{finding.text}</bdi>
          </li>
        ))}
      </ul>
      {drill.summary !== '' && (
        <p>
          <bdi>{drill.summary}</bdi>
        </p>
      )}
    </li>
  );
}

export function DrillsPanel({ timeZone, leads }: { timeZone: string; leads: boolean }) {
  const t = useText();
  const client = useQueryClient();
  const drills = useQuery({ queryKey: ['drills'], queryFn: getDrills });
  const running = drills.data?.find((drill) => !drill.ended_at);
  const record = useMutation({
    mutationFn: ({ act, text }: { act: Act; text: string }) =>
      act === 'start' || !running ? startDrill(text) : noteDrill(running.drill_id, act, text),
    onSuccess: () => client.invalidateQueries({ queryKey: ['drills'] }),
  });
  const send = (act: Act) => (text: string) => record.mutate({ act, text });
  return (
    <Panel title={t('drill.title')}>
      {leads && !running && <TextForm name={t('drill.scenario')} act={t('drill.start')} onSend={send('start')} />}
      {running && <TextForm name={t('drill.finding')} act={t('drill.note')} onSend={send('findings')} />}
      {leads && running && <TextForm name={t('drill.summary')} act={t('drill.end')} onSend={send('end')} />}
      {record.isError && (
        <p className="error-text" role="alert">
          {textOf('problem', problemFrom(record.error).code)}
        </p>
      )}
      {drills.data?.length === 0 && <p>{t('drill.none')}</p>}
      <ul className="drills">
        {drills.data?.map((drill) => (
          <DrillItem key={drill.drill_id} drill={drill} timeZone={timeZone} />
        ))}
      </ul>
    </Panel>
  );
}
