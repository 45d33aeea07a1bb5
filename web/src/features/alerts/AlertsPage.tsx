import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import * as server from '../../api/alerts';
import { problemFrom } from '../../api/problem';
import type { Node, OwnAlert, Session } from '../../api/types';
import { formatDate, formatInstant } from '../../lib/format';
import { findText, textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Code } from '../../ui/Code';
import { Notice } from '../../ui/Notice';
import { Panel } from '../../ui/Panel';
import { AlertForm } from './AlertForm';
import { ApproveDialog, NoteDialog } from './AlertDialogs';
import './alerts.css';

const kSoonMs = 30 * 86_400_000;
const kWaiting = new Set<OwnAlert['state']>(['proposed', 'emergency', 'withdrawal_proposed']);

type Shown = { what: 'approve' | 'return' | 'withdraw'; alert: OwnAlert } | { what: 'form' | 'emergency'; alert?: OwnAlert } | undefined;

/** Where an alert stands in the page: what waits for this officer comes first. */
function groupOf(alert: OwnAlert, officer: string): 'waiting' | 'expiring' | 'drafts' | 'others' {
  if (alert.may_approve) return 'waiting';
  const ends = Date.parse(alert.alert.expires_on) - Date.now() < kSoonMs;
  if (alert.state === 'review_due' || (alert.state === 'in_force' && ends)) return 'expiring';
  return alert.state === 'draft' && alert.drafted_by === officer ? 'drafts' : 'others';
}

interface ActsProps {
  alert: OwnAlert;
  onShow: (shown: Shown) => void;
  onPropose: () => void;
}

function Acts({ alert, onShow, onPropose }: ActsProps) {
  const t = useText();
  if (alert.may_approve) {
    return (
      <>
        <Button onPress={() => onShow({ what: 'approve', alert })}>{t('alerts.look')}</Button>
        <Button onPress={() => onShow({ what: 'return', alert })}>{t('alerts.return')}</Button>
      </>
    );
  }
  if (kWaiting.has(alert.state)) return <span className="quiet">{t('alerts.waits')}</span>;
  if (alert.state === 'draft') {
    return (
      <>
        <Button onPress={() => onShow({ what: 'form', alert })}>{t('alerts.edit')}</Button>
        <Button onPress={onPropose}>{t('alerts.propose')}</Button>
      </>
    );
  }
  const inForce = alert.state === 'in_force' || alert.state === 'review_due';
  return inForce && <Button onPress={() => onShow({ what: 'withdraw', alert })}>{t('alerts.withdraw')}</Button>;
}

/** What the alert would have done, asked for before it is proposed. */
function Trial({ id }: { id: string }) {
  const t = useText();
  const trial = useQuery({ queryKey: ['dry-run', id], queryFn: () => server.dryRun(id), gcTime: 0 });
  if (trial.isPending) return <p className="quiet">{t('state.pending')}</p>;
  if (trial.isError) return <p className="error-text">{t('problem.other')}</p>;
  const { travellers, days, inspections, duplicates } = trial.data;
  return (
    <>
      <p>{t('alerts.trial', { travellers, days, inspections })}</p>
      {duplicates.length > 0 && (
        <p className="error-text">
          {t('alerts.duplicates')} <bdi>{duplicates.map((one) => `${one.name} (${textOf('source', one.source)})`).join(' · ')}</bdi>
        </p>
      )}
    </>
  );
}

function Row({ alert, node, onShow, onPropose }: ActsProps & { node: Node }) {
  const t = useText();
  const [tried, setTried] = useState(false);
  const { alert: text } = alert;
  return (
    <tr data-alert={alert.id} data-state={alert.state}>
      <th scope="row">
        <bdi translate="no">{text.names[0]}</bdi>
        <br />
        <Code>{alert.id.slice(-4)}</Code>
      </th>
      <td>
        {textOf('alert_state', alert.state)}
        {alert.state === 'emergency' && alert.lapses_at && (
          <>
            <br />
            <span className="small quiet">{t('alerts.until', { time: formatInstant(alert.lapses_at, node.time_zone) })}</span>
          </>
        )}
        {alert.note !== '' && (
          <>
            <br />
            <bdi className="small">{alert.note}</bdi>
          </>
        )}
      </td>
      <td>
        {textOf('alert_reason', text.reason)}
        <br />
        <span className="small quiet">{textOf('action', text.action)}</span>
      </td>
      <td className="nowrap">
        {formatDate(text.review_on)}
        <br />
        {formatDate(text.expires_on)}
      </td>
      <td>
        <div className="alert-acts">
          <Acts alert={alert} onShow={onShow} onPropose={onPropose} />
          <Button onPress={() => setTried(!tried)} expanded={tried}>
            {t('alerts.try')}
          </Button>
        </div>
        {tried && <Trial id={alert.id} />}
      </td>
    </tr>
  );
}

const kGroups = ['waiting', 'expiring', 'drafts', 'others'] as const;
const kColumns = ['name', 'state', 'reason', 'dates', 'acts'] as const;

function Group({ name, alerts, ...row }: { name: (typeof kGroups)[number]; alerts: OwnAlert[]; node: Node; onShow: (shown: Shown) => void; onPropose: (alert: OwnAlert) => void }) {
  const t = useText();
  if (alerts.length === 0) return null;
  return (
    <Panel title={t(`alerts.${name}`)}>
      <div className="scroller" role="group" aria-label={t(`alerts.${name}`)} tabIndex={0}>
        <table className="alerts">
          <thead>
            <tr>
              {kColumns.map((column) => (
                <th scope="col" key={column}>
                  {t(`alerts.column_${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {alerts.map((alert) => (
              <Row key={alert.id} alert={alert} node={row.node} onShow={row.onShow} onPropose={() => row.onPropose(alert)} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function useActs() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: () => Promise<OwnAlert>) => act(),
    onSettled: () => client.invalidateQueries({ queryKey: ['own-alerts'] }),
  });
}

export function AlertsPage({ node, session }: { node: Node; session: Session }) {
  const t = useText();
  const owner = session.officer.roles.includes('watchlist_owner');
  const [shown, show] = useState<Shown>();
  const alerts = useQuery({ queryKey: ['own-alerts'], queryFn: owner ? server.getOwnAlerts : server.getEmergencies, refetchInterval: 15_000 });
  const job = useActs();
  const run = (act: () => Promise<OwnAlert>) => {
    show(undefined);
    job.mutate(act);
  };
  const problem = job.error && problemFrom(job.error);
  const close = () => show(undefined);
  const all = alerts.data ?? [];
  return (
    <main className="page">
      <h1>{t('alerts.title')}</h1>
      {problem && (
        <Notice state="hit" role="alert">
          {findText(`problem.${problem.code}`) ?? t('problem.word', { word: problem.code })}
        </Notice>
      )}
      <p className="alert-acts">
        {owner && (
          <Button kind="primary" onPress={() => show({ what: 'form' })}>
            {t('alerts.new')}
          </Button>
        )}
        <Button kind="danger" onPress={() => show({ what: 'emergency' })}>
          {t('alerts.emergency')}
        </Button>
      </p>
      {(shown?.what === 'form' || shown?.what === 'emergency') && (
        <AlertForm
          key={shown.alert?.id ?? shown.what}
          known={shown.alert}
          emergency={shown.what === 'emergency'}
          onClose={close}
          onSave={(id, draft, note) => run(() => (note === undefined ? server.draftAlert(id, draft) : server.raiseEmergency(id, note, draft)))}
        />
      )}
      {alerts.isPending && <p className="quiet">{t('state.pending')}</p>}
      {alerts.isError && (
        <Notice state="unavailable" role="alert">
          {t('problem.no_answer')}
        </Notice>
      )}
      {alerts.data?.length === 0 && <p>{t('alerts.none')}</p>}
      {kGroups.map((name) => (
        <Group
          key={name}
          name={name}
          node={node}
          alerts={all.filter((alert) => groupOf(alert, session.officer.id) === name)}
          onShow={show}
          onPropose={(alert) => run(() => server.proposeAlert(alert.id, ''))}
        />
      ))}
      {shown?.what === 'approve' && (
        <ApproveDialog
          alert={shown.alert}
          onClose={close}
          onApprove={(typed) =>
            run(() =>
              shown.alert.state === 'withdrawal_proposed' ? server.approveWithdrawal(shown.alert.id, typed) : server.approveAlert(shown.alert.id, typed),
            )
          }
        />
      )}
      {shown?.what === 'return' && (
        <NoteDialog title={t('alerts.return')} onClose={close} onSend={(note) => run(() => server.returnAlert(shown.alert.id, note))} />
      )}
      {shown?.what === 'withdraw' && (
        <NoteDialog title={t('alerts.withdraw')} onClose={close} onSend={(note) => run(() => server.proposeWithdrawal(shown.alert.id, note))} />
      )}
    </main>
  );
}
