import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { getDirectives, readDirective, type Directive } from '../../api/guidance';
import type { Node, Session } from '../../api/types';
import { formatInstant } from '../../lib/format';
import { textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Panel } from '../../ui/Panel';
import { IssuedPanel } from './IssuedPanel';
import { Trouble } from './parts';
import { useAct, type Act } from './useAct';
import './procedures.css';

function One({ directive, node, act }: { directive: Directive; node: Node; act: Act }) {
  const t = useText();
  const at = (instant: string) => formatInstant(instant, node.time_zone);
  return (
    <li data-directive={directive.id} data-reader={directive.reader}>
      <strong>
        <bdi lang={directive.language}>{directive.title}</bdi>
      </strong>{' '}
      <span className="small quiet">
        {textOf('directive_kind', directive.kind)} · {textOf('directive_state', directive.state)} · {t('guidance.in_force_at', { time: at(directive.in_force_from) })}{' '}
        · {t('guidance.issued_by', { name: directive.issued_by, time: at(directive.issued_at) })}
      </span>
      <p className="guidance-text">
        <bdi lang={directive.language}>{directive.text}</bdi>
      </p>
      {directive.legal_source !== '' && (
        <p className="small quiet">
          <bdi>{directive.legal_source}</bdi>
        </p>
      )}
      {directive.read_at ? (
        <p className="small">{t('guidance.read_at', { time: at(directive.read_at) })}</p>
      ) : (
        <div className="guidance-acts">
          <span className="guidance-state" data-state={directive.overdue ? 'overdue' : 'open'}>
            {t(directive.overdue ? 'guidance.was_due' : 'guidance.read_by', { time: at(directive.read_by) })}
          </span>
          <Button kind="primary" onPress={() => act.run(() => readDirective(directive.id))}>
            {t('guidance.have_read')}
          </Button>
        </div>
      )}
    </li>
  );
}

/** What the officer is told, to be acknowledged; below it what was issued, for who issues. */
export function DirectivesPage({ node, session, links }: { node: Node; session: Session; links: ReactNode }) {
  const t = useText();
  const act = useAct();
  const inbox = useQuery({ queryKey: ['guidance', 'inbox'], queryFn: getDirectives });
  const issues = session.officer.roles.some((role) => role === 'procedure_owner' || role === 'shift_leader');
  return (
    <main className="page">
      <h1>{t('guidance.directives')}</h1>
      {links}
      <Panel title={t('guidance.for_you')}>
        <Trouble problem={act.problem} />
        {inbox.isPending && <p className="quiet">{t('state.pending')}</p>}
        {inbox.isError && <p className="error-text">{t('problem.other')}</p>}
        {inbox.data?.length === 0 && <p>{t('guidance.no_directive')}</p>}
        <ul className="guidance-list">
          {inbox.data?.map((directive) => (
            <One key={directive.id} directive={directive} node={node} act={act} />
          ))}
        </ul>
      </Panel>
      {issues && <IssuedPanel node={node} />}
    </main>
  );
}
