import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { addOfficer, getOfficers, resetSecondFactor, setActive, setRoles, type Officer } from '../../api/access';
import type { Role } from '../../api/types';
import { textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { Panel } from '../../ui/Panel';
import { ClientCertificatesDialog } from './ClientCertificatesDialog';
import { ReasonDialog } from './ReasonDialog';
import { RoleChoice } from './RoleChoice';
import { Trouble } from './Trouble';
import { useAct } from './useAct';

const names = (roles: readonly string[]) => roles.map((role) => textOf('role', role)).join(', ');

function AddDialog({ onClose, onAdd }: { onClose: () => void; onAdd: (officer: Parameters<typeof addOfficer>[0]) => void }) {
  const t = useText();
  const [roles, choose] = useState<Role[]>(['officer']);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '');
    onAdd({ user_name: text('user_name').trim(), display_name: text('display_name').trim(), password: text('password'), roles });
  };
  return (
    <Dialog title={t('access.add')} onClose={onClose}>
      <form onSubmit={submit}>
        <Field name={t('sign_in.user_name')} hint={t('enrol.user_name_hint')}>
          <input name="user_name" autoComplete="off" autoCapitalize="none" spellCheck={false} required dir="ltr" />
        </Field>
        <Field name={t('enrol.display_name')}>
          <input name="display_name" autoComplete="off" required dir="auto" />
        </Field>
        <Field name={t('sign_in.password')} hint={t('enrol.password_hint')}>
          <input name="password" type="password" autoComplete="new-password" minLength={12} required dir="ltr" />
        </Field>
        <RoleChoice chosen={roles} onChange={choose} />
        <div className="dialog-acts">
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button submit kind="primary">
            {t('access.add')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function RolesDialog({ officer, onClose, onSet }: { officer: Officer; onClose: () => void; onSet: (roles: Role[]) => void }) {
  const t = useText();
  const [roles, choose] = useState<Role[]>([...officer.roles, ...officer.waiting]);
  return (
    <Dialog title={`${t('access.change_roles')}: ${officer.display_name}`} onClose={onClose}>
      <RoleChoice chosen={roles} onChange={choose} />
      <div className="dialog-acts">
        <Button onPress={onClose}>{t('dialog.cancel')}</Button>
        <Button kind="primary" onPress={() => onSet(roles)}>
          {t('access.save_roles')}
        </Button>
      </div>
    </Dialog>
  );
}

interface RowProps {
  officer: Officer;
  may: boolean;
  self: boolean;
  onRoles: () => void;
  onActive: () => void;
  onReset: () => void;
  onCertificates: () => void;
}

function OfficerRow({ officer, may, self, onRoles, onActive, onReset, onCertificates }: RowProps) {
  const t = useText();
  return (
    <tr data-officer={officer.user_name}>
      <th scope="row">
        <bdi>{officer.display_name}</bdi>
        <br />
        <span className="small quiet">
          <bdi dir="ltr">{officer.user_name}</bdi>
        </span>
      </th>
      <td>
        {names(officer.roles)}
        {officer.waiting.length > 0 && <p className="small waiting">{t('access.waiting', { roles: names(officer.waiting) })}</p>}
      </td>
      <td>
        {officer.active ? t('access.active') : t('access.inactive')}
        {officer.second_factor && <p className="small quiet">{t('access.second_factor')}</p>}
      </td>
      {may && (
        <td className="acts">
          <Button onPress={onRoles}>{t('access.change_roles')}</Button>
          {!self && <Button onPress={onActive}>{officer.active ? t('access.deactivate') : t('access.activate')}</Button>}
          {!self && <Button onPress={onCertificates}>{t('client_certificates.title')}</Button>}
          {officer.second_factor && !self && <Button onPress={onReset}>{t('access.reset_factor')}</Button>}
        </td>
      )}
    </tr>
  );
}

type Open = { what: 'add' } | { what: 'roles' | 'reset' | 'client_certificates'; officer: Officer } | undefined;

export function OfficersPanel({ may, self }: { may: boolean; self: string }) {
  const t = useText();
  const officers = useQuery({ queryKey: ['access', 'officers'], queryFn: getOfficers });
  const { problem, run } = useAct();
  const [open, setOpen] = useState<Open>();
  const done = (act: () => Promise<unknown>) => void run(act).then(() => setOpen(undefined));
  return (
    <Panel
      title={t('access.officers')}
      aside={may && <Button onPress={() => setOpen({ what: 'add' })}>{t('access.add')}</Button>}
    >
      <Trouble problem={problem} />
      <div className="scroller" role="group" aria-label={t('access.officers')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('access.name')}</th>
              <th scope="col">{t('access.roles')}</th>
              <th scope="col">{t('access.state')}</th>
              {may && <th scope="col">{t('access.acts')}</th>}
            </tr>
          </thead>
          <tbody>
            {(officers.data ?? []).map((officer) => (
              <OfficerRow
                key={officer.id}
                officer={officer}
                may={may}
                self={officer.id === self}
                onRoles={() => setOpen({ what: 'roles', officer })}
                onActive={() => done(() => setActive(officer.id, !officer.active))}
                onReset={() => setOpen({ what: 'reset', officer })}
                onCertificates={() => setOpen({ what: 'client_certificates', officer })}
              />
            ))}
          </tbody>
        </table>
      </div>
      {open?.what === 'add' && <AddDialog onClose={() => setOpen(undefined)} onAdd={(officer) => done(() => addOfficer(officer))} />}
      {open?.what === 'roles' && (
        <RolesDialog officer={open.officer} onClose={() => setOpen(undefined)} onSet={(roles) => done(() => setRoles(open.officer.id, roles))} />
      )}
      {open?.what === 'client_certificates' && <ClientCertificatesDialog officer={open.officer} onClose={() => setOpen(undefined)} />}
      {open?.what === 'reset' && (
        <ReasonDialog
          title={t('access.reset_factor')}
          onClose={() => setOpen(undefined)}
          onGiven={(reason) => done(() => resetSecondFactor(open.officer.id, reason))}
        />
      )}
    </Panel>
  );
}
