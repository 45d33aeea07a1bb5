import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { getUnits } from '../../api/access';
import { getIssued, issueDirective, withdrawDirective, type IssuedDirective } from '../../api/guidance';
import type { Node, Role } from '../../api/types';
import { formatInstant } from '../../lib/format';
import { textOf, useText } from '../../lib/i18n';
import { makeId } from '../../lib/ids';
import { usePreferences } from '../../lib/preferences';
import { Button } from '../../ui/Button';
import { Code } from '../../ui/Code';
import { Field } from '../../ui/Field';
import { Panel } from '../../ui/Panel';
import { TextDialog, Trouble } from './parts';
import { useAct, type Act } from './useAct';

const kRoles = ['officer', 'second_line', 'shift_leader', 'watchlist_owner', 'procedure_owner', 'data_officer', 'analyst', 'auditor', 'administrator'] as const;
const kDeadlines = [1, 24, 72, 168] as const;
const kMsPerHour = 3_600_000;

const instantOf = (ms: number) => new Date(ms).toISOString().replace('Z', '000Z');

/** Whom it is for, by when it is read, and what it says. */
function IssueForm({ act }: { act: Act }) {
  const t = useText();
  const { language } = usePreferences();
  const units = useQuery({ queryKey: ['access', 'units'], queryFn: getUnits });
  const [id, setId] = useState(makeId);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const now = Date.now();
    const begins = now + Number(text('begins')) * kMsPerHour;
    const days = Number(text('days'));
    const body = {
      kind: text('kind') === 'bulletin' ? ('bulletin' as const) : ('directive' as const),
      title: text('title'),
      text: text('text'),
      language,
      units: text('unit') === '' ? [] : [text('unit')],
      roles: kRoles.filter((role) => data.get(role) === 'on') as Role[],
      in_force_from: instantOf(begins),
      read_by: instantOf(now + Number(text('deadline')) * kMsPerHour),
      legal_source: text('law'),
      ...(days > 0 ? { expires_at: instantOf(begins + days * 24 * kMsPerHour) } : {}),
    };
    const issued = () => {
      form.reset();
      setId(makeId());
    };
    act.run(() => issueDirective(id, body), issued);
  };
  return (
    <form className="guidance-form" onSubmit={submit}>
      <Field name={t('guidance.kind')}>
        <select name="kind">
          <option value="directive">{textOf('directive_kind', 'directive')}</option>
          <option value="bulletin">{textOf('directive_kind', 'bulletin')}</option>
        </select>
      </Field>
      <Field name={t('guidance.unit')}>
        <select name="unit">
          <option value="">{t('guidance.all_units')}</option>
          {(units.data ?? []).filter((unit) => !unit.closed_at).map((unit) => (
            <option key={unit.path} value={unit.path}>
              {unit.name} ({unit.path})
            </option>
          ))}
        </select>
      </Field>
      <Field name={t('guidance.deadline')}>
        <select name="deadline" defaultValue="24">
          {kDeadlines.map((hours) => (
            <option key={hours} value={hours}>
              {t('guidance.hours', { count: hours })}
            </option>
          ))}
        </select>
      </Field>
      <Field name={t('guidance.begins')}>
        <input name="begins" type="number" min={0} max={720} defaultValue={0} required />
      </Field>
      <Field name={t('guidance.days')} hint={t('guidance.days_hint')}>
        <input name="days" type="number" min={0} max={3650} />
      </Field>
      <div className="wide">
        <Field name={t('guidance.title')}>
          <input name="title" required maxLength={200} dir="auto" autoComplete="off" />
        </Field>
        <Field name={t('guidance.text')}>
          <textarea name="text" required rows={4} maxLength={4000} dir="auto" />
        </Field>
        <Field name={t('guidance.legal_source')}>
          <input name="law" maxLength={200} dir="auto" autoComplete="off" />
        </Field>
      </div>
      <fieldset className="wide">
        <legend className="field-name">{t('guidance.roles')}</legend>
        {kRoles.map((role) => (
          <label key={role} className="guidance-choice">
            <input type="checkbox" name={role} /> {textOf('role', role)}
          </label>
        ))}
      </fieldset>
      <Button submit kind="primary">
        {t('guidance.issue')}
      </Button>
    </form>
  );
}

function Issued({ one, node, act }: { one: IssuedDirective; node: Node; act: Act }) {
  const t = useText();
  const [ending, setEnding] = useState(false);
  const open = one.state === 'announced' || one.state === 'in_force';
  return (
    <li data-issued={one.id}>
      <strong>
        <bdi>{one.title}</bdi>
      </strong>{' '}
      <span className="small quiet">
        {textOf('directive_kind', one.kind)} · {textOf('directive_state', one.state)} · {t('guidance.read_by', { time: formatInstant(one.read_by, node.time_zone) })} ·{' '}
        {one.roles.map((role) => textOf('role', role)).join(', ') || t('guidance.all_roles')}
      </span>
      <ul>
        {one.units.map((unit) => (
          <li key={unit.unit}>
            <Code>{unit.unit}</Code> {t('guidance.counts', { addressed: unit.addressed, received: unit.received, read: unit.read })}
          </li>
        ))}
      </ul>
      {one.overdue.length > 0 && (
        <p>
          <span className="guidance-state" data-state="overdue">
            {t('guidance.late')}
          </span>{' '}
          {one.overdue.map((officer) => (
            <bdi key={officer.officer_id} data-late>
              {`${officer.name} (${textOf('reader', officer.reader)}) `}
            </bdi>
          ))}
        </p>
      )}
      {open && <Button onPress={() => setEnding(true)}>{t('guidance.withdraw')}</Button>}
      {ending && (
        <TextDialog
          title={t('guidance.withdraw')}
          name={t('access.reason')}
          onClose={() => setEnding(false)}
          onGiven={(reason) => act.run(() => withdrawDirective(one.id, reason), () => setEnding(false))}
        />
      )}
    </li>
  );
}

/** Who has read what was issued, and who is late. */
export function IssuedPanel({ node }: { node: Node }) {
  const t = useText();
  const act = useAct();
  const issued = useQuery({ queryKey: ['guidance', 'issued'], queryFn: getIssued, refetchInterval: 30_000 });
  return (
    <>
      <Panel title={t('guidance.issue_title')}>
        <Trouble problem={act.problem} />
        <IssueForm act={act} />
      </Panel>
      <Panel title={t('guidance.issued')}>
        {issued.isError && <p className="error-text">{t('problem.other')}</p>}
        {issued.data?.length === 0 && <p>{t('guidance.no_directive')}</p>}
        <ul className="guidance-list">
          {issued.data?.map((one) => (
            <Issued key={one.id} one={one} node={node} act={act} />
          ))}
        </ul>
      </Panel>
    </>
  );
}
