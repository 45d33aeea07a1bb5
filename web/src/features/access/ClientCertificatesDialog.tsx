import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { getClientCertificates, registerClientCertificate, revokeClientCertificate, type Officer } from '../../api/access';
import { formatDate } from '../../lib/format';
import { useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Code } from '../../ui/Code';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { ReasonDialog } from './ReasonDialog';
import { Trouble } from './Trouble';
import { useAct } from './useAct';

/** The cards with which one officer signs in, without a password. */
export function ClientCertificatesDialog({ officer, onClose }: { officer: Officer; onClose: () => void }) {
  const t = useText();
  const certificates = useQuery({ queryKey: ['access', 'client_certificates', officer.id], queryFn: () => getClientCertificates(officer.id) });
  const { problem, run } = useAct();
  const [revoking, revoke] = useState<string>();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const text = (name: string) => String(new FormData(form).get(name) ?? '').trim();
    const sha256 = text('sha256').replaceAll(/[\s:]/g, '').toLowerCase();
    void run(() => registerClientCertificate(officer.id, { sha256, label: text('label') })).then((done) => done && form.reset());
  };
  if (revoking !== undefined) {
    return (
      <ReasonDialog
        title={t('client_certificates.revoke')}
        onClose={() => revoke(undefined)}
        onGiven={(reason) => void run(() => revokeClientCertificate(officer.id, revoking, reason)).then(() => revoke(undefined))}
      />
    );
  }
  return (
    <Dialog title={`${t('client_certificates.title')}: ${officer.display_name}`} onClose={onClose}>
      <ul>
        {(certificates.data ?? []).map((one) => (
          <li key={one.sha256} data-certificate={one.label}>
            <bdi>{one.label}</bdi>, {formatDate(one.registered_at.slice(0, 10))} <Code>{one.sha256.slice(0, 16)}</Code>{' '}
            <Button onPress={() => revoke(one.sha256)}>{t('client_certificates.revoke')}</Button>
          </li>
        ))}
      </ul>
      <form onSubmit={submit}>
        <Field name={t('client_certificates.label')}>
          <input name="label" required maxLength={80} dir="auto" autoComplete="off" />
        </Field>
        <Field name={t('client_certificates.sha256')}>
          <input name="sha256" required dir="ltr" autoComplete="off" spellCheck={false} />
        </Field>
        <Trouble problem={problem} />
        <div className="dialog-acts">
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button submit kind="primary">
            {t('client_certificates.add')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
