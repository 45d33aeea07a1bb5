import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { approveGrant, endGrant, getGrants, getOfficers, getUnits, proposeGrant, type Grant, type Officer } from '../../api/access';
import type { Role } from '../../api/types';
import { formatInstant } from '../../lib/format';
import { textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Code } from '../../ui/Code';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { Panel } from '../../ui/Panel';
import { ReasonDialog } from './ReasonDialog';
import { kRoles } from './roles';
import { Trouble } from './Trouble';
import { useAct } from './useAct';

const kOver = new Set(['ended', 'expired', 'lapsed']);

function GiveDialog({ officers, onClose, onGive }: { officers: Officer[]; onClose: () => void; onGive: (grant: Parameters<typeof proposeGrant>[0]) => void }) {
  const t = useText();
  const units = useQuery({ queryKey: ['access', 'units'], queryFn: getUnits });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '');
    const unit = text('unit');
    const until = text('until');
    onGive({
      officer_id: text('officer'),
      role: text('role') as Role,
      reason: text('reason').trim(),
      ...(unit ? { unit } : {}),
      ...(until ? { until: new Date(until).toISOString().replace('Z', '000Z') } : {}),
    });
  };
  return (
    <Dialog title={t('access.give')} onClose={onClose}>
      <form onSubmit={submit}>
        <Field name={t('access.name')}>
          <select name="officer" required>
            {officers.map((officer) => (
              <option key={officer.id} value={officer.id}>
                {officer.display_name}
              </option>
            ))}
          </select>
        </Field>
        <Field name={t('access.role')}>
          <select name="role">
            {kRoles.map((role) => (
              <option key={role} value={role}>
                {textOf('role', role)}
              </option>
            ))}
          </select>
        </Field>
        <Field name={t('access.unit')}>
          <select name="unit">
            <option value="">{t('access.whole_node')}</option>
            {(units.data ?? []).filter((unit) => !unit.closed_at).map((unit) => (
              <option key={unit.path} value={unit.path}>
                {unit.path}
              </option>
            ))}
          </select>
        </Field>
        <Field name={t('access.until')} hint={t('access.no_end')}>
          <input name="until" type="datetime-local" />
        </Field>
        <Field name={t('access.reason')}>
          <input name="reason" required maxLength={500} dir="auto" autoComplete="off" />
        </Field>
        <div className="dialog-acts">
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button submit kind="primary">
            {t('access.give')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface GrantRowProps {
  grant: Grant;
  name: string;
  timeZone: string;
  may: boolean;
  self: string;
  onApprove: () => void;
  onEnd: () => void;
}

function GrantRow({ grant, name, timeZone, may, self, onApprove, onEnd }: GrantRowProps) {
  const t = useText();
  const waits = grant.state === 'proposed';
  const own = grant.proposed_by === self || grant.officer_id === self;
  return (
    <tr data-grant={grant.role}>
      <th scope="row">
        <bdi>{name}</bdi>
      </th>
      <td>{textOf('role', grant.role)}</td>
      <td>{grant.unit === '' ? t('access.whole_node') : <Code>{grant.unit}</Code>}</td>
      <td>{grant.until ? formatInstant(grant.until, timeZone) : t('access.no_end')}</td>
      <td>
        {textOf('access_state', grant.state)}
        <p className="small quiet">
          <bdi>{grant.end_reason ?? grant.reason}</bdi>
        </p>
        {waits && own && <p className="small">{t('access.own_proposal')}</p>}
      </td>
      {may && (
        <td className="acts">
          {waits && !own && <Button onPress={onApprove}>{t('access.approve')}</Button>}
          {!kOver.has(grant.state) && <Button onPress={onEnd}>{t('access.end')}</Button>}
        </td>
      )}
    </tr>
  );
}

type Open = { what: 'give' } | { what: 'approve' | 'end'; grant: Grant } | undefined;

export function GrantsPanel({ may, self, timeZone }: { may: boolean; self: string; timeZone: string }) {
  const t = useText();
  const grants = useQuery({ queryKey: ['access', 'grants'], queryFn: getGrants });
  const officers = useQuery({ queryKey: ['access', 'officers'], queryFn: getOfficers });
  const { problem, run } = useAct();
  const [open, setOpen] = useState<Open>();
  const done = (act: () => Promise<unknown>) => void run(act).then(() => setOpen(undefined));
  const nameOf = (id: string) => officers.data?.find((officer) => officer.id === id)?.display_name ?? id;
  return (
    <Panel title={t('access.grants')} aside={may && <Button onPress={() => setOpen({ what: 'give' })}>{t('access.give')}</Button>}>
      <Trouble problem={problem} />
      {grants.data?.length === 0 && <p className="quiet">{t('access.none')}</p>}
      {(grants.data?.length ?? 0) > 0 && (
        <div className="scroller" role="group" aria-label={t('access.grants')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('access.name')}</th>
                <th scope="col">{t('access.role')}</th>
                <th scope="col">{t('access.unit')}</th>
                <th scope="col">{t('access.until')}</th>
                <th scope="col">{t('access.state')}</th>
                {may && <th scope="col">{t('access.acts')}</th>}
              </tr>
            </thead>
            <tbody>
              {[...(grants.data ?? [])].reverse().map((grant) => (
                <GrantRow
                  key={grant.grant_id}
                  grant={grant}
                  name={nameOf(grant.officer_id)}
                  timeZone={timeZone}
                  may={may}
                  self={self}
                  onApprove={() => setOpen({ what: 'approve', grant })}
                  onEnd={() => setOpen({ what: 'end', grant })}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {open?.what === 'give' && (
        <GiveDialog officers={officers.data ?? []} onClose={() => setOpen(undefined)} onGive={(grant) => done(() => proposeGrant(grant))} />
      )}
      {open?.what === 'approve' && (
        <ReasonDialog
          title={t('access.approve')}
          label={t('access.confirmation')}
          hint={t('access.confirm_hint', { id: open.grant.grant_id })}
          onClose={() => setOpen(undefined)}
          onGiven={(typed) => done(() => approveGrant(open.grant.grant_id, typed))}
        />
      )}
      {open?.what === 'end' && (
        <ReasonDialog title={t('access.end')} onClose={() => setOpen(undefined)} onGiven={(reason) => done(() => endGrant(open.grant.grant_id, reason))} />
      )}
    </Panel>
  );
}
