import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemFrom } from '../../api/problem';
import { getHolds, getRetentionPlan, runRetention } from '../../api/retention';
import type { FileDue, Node, RetentionPlan, Session } from '../../api/types';
import { formatDate, formatNumber } from '../../lib/format';
import { findText, textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { Panel } from '../../ui/Panel';
import { HoldDialog } from './HoldDialog';
import { HoldsPanel } from './HoldsPanel';
import './privacy.css';

export function Refusal({ error }: { error: unknown }) {
  const t = useText();
  const problem = problemFrom(error);
  return (
    <Notice state="hit" role="alert">
      {findText(`problem.${problem.code}`) ?? t('problem.word', { word: problem.code })}
    </Notice>
  );
}

function FileRow({ file, onHold }: { file: FileDue; onHold: () => void }) {
  const t = useText();
  return (
    <tr data-traveller={file.traveller_id}>
      <th scope="row">
        <bdi>{file.traveller_name}</bdi>
      </th>
      <td className="nowrap">{formatDate(file.due_on)}</td>
      <td>{textOf('retention_rule', file.rule)}</td>
      <td>
        {file.whole_file ? t('retention.whole_file') : t('retention.part', { count: file.inspections })}
        {file.notice_on && (
          <>
            <br />
            <span className="small quiet">{t('retention.notice_on', { date: formatDate(file.notice_on) })}</span>
          </>
        )}
      </td>
      <td>
        {file.blocked_by.map((reason) => (
          <span className="flag" key={reason}>
            {textOf('retention_block', reason)}
          </span>
        ))}
      </td>
      <td>
        <Button onPress={onHold}>
          {t('retention.hold')}
          <span className="hidden-text"> {file.traveller_name}</span>
        </Button>
      </td>
    </tr>
  );
}

const kColumns = ['person', 'due', 'rule', 'what', 'kept', 'act'] as const;

function PlanTable({ plan, onHold }: { plan: RetentionPlan; onHold: (file: FileDue) => void }) {
  const t = useText();
  return (
    <div className="files-scroller" role="group" aria-label={t('retention.due')} tabIndex={0}>
      <table className="files">
        <thead>
          <tr>
            {kColumns.map((column) => (
              <th scope="col" key={column}>
                {t(`retention.column_${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.files.map((file) => (
            <FileRow key={file.traveller_id} file={file} onHold={() => onHold(file)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RunPanel() {
  const t = useText();
  const client = useQueryClient();
  const run = useMutation({
    mutationFn: runRetention,
    onSuccess: () => client.invalidateQueries({ queryKey: ['retention'] }),
  });
  const report = run.data;
  return (
    <Panel title={t('retention.run_title')}>
      <div className="run-acts">
        <Button onPress={() => run.mutate(true)}>{t('retention.dry_run')}</Button>
        <Button kind="danger" onPress={() => run.mutate(false)}>
          {t('retention.run')}
        </Button>
      </div>
      {run.isPending && <p className="quiet">{t('state.pending')}</p>}
      {run.error && <Refusal error={run.error} />}
      {report && (
        <Notice state={report.dry_run ? 'info' : 'clear'} role="status">
          {t(report.dry_run ? 'retention.would' : 'retention.did', {
            inspections: formatNumber(report.erased_inspections),
            files: formatNumber(report.erased_files),
            notices: formatNumber(report.notices),
            blocked: formatNumber(report.blocked),
          })}
        </Notice>
      )}
    </Panel>
  );
}

/** What must go, what stays and why. For data officers. */
export function RetentionPage({ node, session }: { node: Node; session: Session }) {
  const t = useText();
  const [holding, setHolding] = useState<FileDue>();
  const plan = useQuery({ queryKey: ['retention', 'plan'], queryFn: getRetentionPlan, refetchOnWindowFocus: false });
  const holds = useQuery({ queryKey: ['retention', 'holds'], queryFn: getHolds });
  return (
    <main className="page">
      <h1>{t('retention.title')}</h1>
      <Panel title={t('retention.due')}>
        {plan.isPending && <p className="quiet">{t('state.pending')}</p>}
        {plan.error && <Refusal error={plan.error} />}
        {plan.data?.files.length === 0 && <p>{t('retention.none')}</p>}
        {plan.data && plan.data.files.length > 0 && <PlanTable plan={plan.data} onHold={setHolding} />}
        {plan.data && <p className="small quiet">{t('retention.schedule', { schedule: plan.data.schedule, date: formatDate(plan.data.on) })}</p>}
      </Panel>
      <RunPanel />
      <HoldsPanel holds={holds.data ?? []} timeZone={node.time_zone} me={session.officer.id} />
      {holding && <HoldDialog file={holding} onClose={() => setHolding(undefined)} />}
    </main>
  );
}
