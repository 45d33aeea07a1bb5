import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { approveProcedure, draftProcedure, getProcedures, withdrawProcedure, type Procedure, type ProcedureVersion, type ProcedureView } from '../../api/guidance';
import type { Node, Session } from '../../api/types';
import { formatDate, formatInstant, todayIn } from '../../lib/format';
import { textOf, useText } from '../../lib/i18n';
import { makeId } from '../../lib/ids';
import { usePreferences } from '../../lib/preferences';
import { Button } from '../../ui/Button';
import { Panel } from '../../ui/Panel';
import { Text, TextDialog, Trouble } from './parts';
import { ProcedureEditor } from './ProcedureEditor';
import { useAct, type Act } from './useAct';
import { bindingText } from './words';
import './procedures.css';

function Steps({ says }: { says: Procedure }) {
  const t = useText();
  return (
    <ol>
      {says.steps.map((step) => (
        <li key={step.id}>
          <Text of={step.text} written={says.language} />{' '}
          <span className="small quiet">
            {t(step.required ? 'steps.required' : 'steps.advised')}
            {step.legal_source !== '' && <bdi> · {step.legal_source}</bdi>}
          </span>
        </li>
      ))}
    </ol>
  );
}

interface VersionProps {
  id: string;
  version: ProcedureVersion;
  owns: boolean;
  node: Node;
  act: Act;
}

function Version({ id, version, owns, node, act }: VersionProps) {
  const t = useText();
  const [asking, setAsking] = useState<'approve' | 'withdraw'>();
  const says = version.procedure;
  const close = () => setAsking(undefined);
  const over = version.state === 'superseded' || version.state === 'withdrawn';
  return (
    <li data-version={version.version} data-state={version.state}>
      <strong>
        {t('guidance.version', { version: version.version })} · {textOf('version_state', version.state)}
      </strong>{' '}
      <span className="small quiet">
        {t('guidance.from', { date: formatDate(says.in_force_from) })} · <bdi>{says.legal_source}</bdi> ·{' '}
        {t('guidance.written_by', { name: version.drafted_by, time: formatInstant(version.drafted_at, node.time_zone) })}
        {version.approved_at && <> · {t('guidance.approved_by', { name: version.approved_by, time: formatInstant(version.approved_at, node.time_zone) })}</>}
      </span>
      <p className="small">
        {says.bindings.map(bindingText).join(' · ')}
        {says.required_before_decision && <> · {t('guidance.required_before_decision')}</>}
      </p>
      {version.withdraw_reason !== '' && (
        <p>
          <bdi>{version.withdraw_reason}</bdi>
        </p>
      )}
      {!over && <Steps says={says} />}
      {owns && version.followed > 0 && <p className="small quiet">{t('guidance.followed', { followed: version.followed, deviated: version.deviated })}</p>}
      {owns && !over && (
        <div className="guidance-acts">
          {version.may_approve && (
            <Button kind="primary" onPress={() => setAsking('approve')}>
              {t('guidance.approve')}
            </Button>
          )}
          <Button onPress={() => setAsking('withdraw')}>{t('guidance.withdraw')}</Button>
        </div>
      )}
      {asking === 'approve' && (
        <TextDialog
          title={t('guidance.approve')}
          name={t('access.confirmation')}
          hint={t('guidance.of_number', { number: id })}
          onClose={close}
          onGiven={(confirmation) => act.run(() => approveProcedure(id, { version: version.version, drafted_at: version.drafted_at, confirmation }), close)}
        />
      )}
      {asking === 'withdraw' && (
        <TextDialog
          title={t('guidance.withdraw')}
          name={t('access.reason')}
          onClose={close}
          onGiven={(reason) => act.run(() => withdrawProcedure(id, { version: version.version, reason }), close)}
        />
      )}
    </li>
  );
}

/** Procedures in force for everybody; drafts, approval and past versions for their owners. */
export function ProceduresPage({ node, session, links }: { node: Node; session: Session; links: ReactNode }) {
  const t = useText();
  const { language } = usePreferences();
  const act = useAct();
  const list = useQuery({ queryKey: ['guidance', 'procedures'], queryFn: getProcedures });
  const [editing, setEditing] = useState<{ id: string; start: Procedure }>();
  const owns = session.officer.roles.includes('procedure_owner');
  const fresh: Procedure = {
    language,
    title: {},
    bindings: [],
    required_before_decision: false,
    legal_source: '',
    steps: [{ id: 'step_1', required: true, text: {}, legal_source: '' }],
    in_force_from: todayIn(node.time_zone),
  };
  const title = ({ versions: [newest] }: ProcedureView) => newest && <Text of={newest.procedure.title} written={newest.procedure.language} />;
  return (
    <main className="page">
      <h1>{t('guidance.procedures')}</h1>
      {links}
      <Trouble problem={act.problem} />
      {list.isPending && <p className="quiet">{t('state.pending')}</p>}
      {list.isError && <p className="error-text">{t('problem.other')}</p>}
      {owns && !editing && (
        <p>
          <Button onPress={() => setEditing({ id: makeId(), start: fresh })}>{t('guidance.new_procedure')}</Button>
        </p>
      )}
      {editing && list.data && (
        <ProcedureEditor
          key={editing.id}
          list={list.data}
          start={editing.start}
          onClose={() => setEditing(undefined)}
          onSave={(procedure) => act.run(() => draftProcedure(editing.id, procedure), () => setEditing(undefined))}
        />
      )}
      {list.data?.procedures.length === 0 && <p>{t('guidance.no_procedure')}</p>}
      {list.data?.procedures.map((one) => (
        <Panel
          key={one.id}
          title={title(one)}
          aside={owns && one.versions[0] && <Button onPress={() => setEditing({ id: one.id, start: one.versions[0]!.procedure })}>{t('guidance.edit')}</Button>}
        >
          <ul className="guidance-list">
            {one.versions.map((version) => (
              <Version key={version.version} id={one.id} version={version} owns={owns} node={node} act={act} />
            ))}
          </ul>
        </Panel>
      ))}
    </main>
  );
}
