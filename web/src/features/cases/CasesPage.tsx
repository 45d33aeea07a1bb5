import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { getCases } from '../../api/cases';
import type { CaseLine, Node } from '../../api/types';
import { formatInstant } from '../../lib/format';
import { textOf, useText } from '../../lib/i18n';
import { useNow } from '../../lib/useNow';
import { Panel } from '../../ui/Panel';
import { StateIcon } from '../../ui/StateIcon';
import './cases.css';

/** The target as minutes left or over; text, not only colour. */
export function Target({ due, now, open }: { due: string; now: number; open: boolean }) {
  const t = useText();
  if (!open) return <>–</>;
  const minutes = Math.floor((Date.parse(due) - now) / 60_000);
  return minutes >= 0 ? (
    <>{t('cases.minutes_left', { minutes })}</>
  ) : (
    <span className="late">{t('cases.minutes_over', { minutes: -minutes })}</span>
  );
}

export function Flags({ one }: { one: Pick<CaseLine, 'priority' | 'protection' | 'asylum'> }) {
  const t = useText();
  return (
    <>
      {one.priority !== 'normal' && <span className="flag">{textOf('priority', one.priority)}</span>}
      {one.protection && <span className="flag">{t('cases.protection')}</span>}
      {one.asylum && <span className="flag">{t('cases.asylum')}</span>}
    </>
  );
}

const isOpen = (state: string) => state === 'waiting' || state === 'taken';

function Line({ line, now, link }: { line: CaseLine; now: number; link: (id: string, text: ReactNode) => ReactNode }) {
  const t = useText();
  const late = isOpen(line.state) && Date.parse(line.due_at) < now;
  return (
    <tr data-case={line.id}>
      <th scope="row">
        {link(
          line.id,
          <bdi translate="no">
            {`${line.primary_identifier} ${line.secondary_identifier}`.trim() || t('person.no_name')}
          </bdi>,
        )}
        <br />
        <Flags one={line} />
      </th>
      <td>{line.reasons.map((reason) => textOf('referral', reason)).join(', ') || '–'}</td>
      <td>
        <span className="state-text" data-state={late ? 'review' : 'info'}>
          <StateIcon state={late ? 'review' : 'info'} /> {textOf('case_state', line.state)}
        </span>
        {line.waits_for_approval && <div className="small">{t('cases.waits_for_approval')}</div>}
        {line.outcome && <div className="small">{textOf('outcome', line.outcome)}</div>}
      </td>
      <td>
        <Target due={line.due_at} now={now} open={isOpen(line.state)} />
      </td>
      <td>{textOf('level', line.level)}</td>
      <td>
        <bdi>{line.holder?.name ?? '–'}</bdi>
      </td>
    </tr>
  );
}

interface CasesPageProps {
  node: Node;
  /** A link to a case; addresses belong to the router. */
  link: (id: string, text: ReactNode) => ReactNode;
}

export function CasesPage({ node, link }: CasesPageProps) {
  const t = useText();
  const now = useNow();
  const [state, setState] = useState<'open' | 'all'>('open');
  const cases = useQuery({ queryKey: ['cases', state], queryFn: () => getCases(state), gcTime: 0 });
  return (
    <main className="page">
      <h1>{t('cases.title')}</h1>
      <Panel
        title={state === 'open' ? t('cases.open') : t('cases.all')}
        aside={
          <label>
            <input type="checkbox" checked={state === 'all'} onChange={(event) => setState(event.target.checked ? 'all' : 'open')} />{' '}
            {t('cases.show_all')}
          </label>
        }
      >
        {cases.isPending && <p className="quiet">{t('state.pending')}</p>}
        {cases.isError && <p className="error-text">{t('problem.other')}</p>}
        {cases.data?.length === 0 && <p>{t('cases.none')}</p>}
        {cases.data && cases.data.length > 0 && (
          <div className="scroller" role="group" aria-label={t('cases.title')} tabIndex={0}>
            <table className="cases">
              <thead>
                <tr>
                  {(['person', 'why', 'state', 'target', 'level', 'holder'] as const).map((column) => (
                    <th scope="col" key={column}>
                      {t(`cases.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {cases.data.map((line) => (
                  <Line key={line.id} line={line} now={now} link={link} />
                ))}
              </tbody>
            </table>
          </div>
        )}
        {cases.dataUpdatedAt > 0 && (
          <p className="small quiet">{t('cases.as_of', { time: formatInstant(new Date(cases.dataUpdatedAt).toISOString(), node.time_zone) })}</p>
        )}
      </Panel>
    </main>
  );
}
