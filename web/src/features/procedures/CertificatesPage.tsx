import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { getUnits } from '../../api/access';
import { getCertificates, issueCertificate, revokeCertificate, setNeed, type Certificate, type CertificateBook, type CertifiedOfficer } from '../../api/guidance';
import type { Node, Session } from '../../api/types';
import { formatDate, todayIn } from '../../lib/format';
import { textOf, useText } from '../../lib/i18n';
import { makeId } from '../../lib/ids';
import { Button } from '../../ui/Button';
import { Code } from '../../ui/Code';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { Panel } from '../../ui/Panel';
import { TextDialog, Trouble } from './parts';
import { useAct, type Act } from './useAct';
import './procedures.css';

function One({ certificate, certifies, act }: { certificate: Certificate; certifies: boolean; act: Act }) {
  const t = useText();
  const [revoking, setRevoking] = useState(false);
  return (
    <li data-certificate={certificate.kind} data-state={certificate.state}>
      {textOf('certificate', certificate.kind)}{' '}
      <span className="guidance-state" data-state={certificate.state}>
        {textOf('certificate_state', certificate.state)}
      </span>{' '}
      <span className="small quiet">
        {t('guidance.valid', { from: formatDate(certificate.issued_on), until: formatDate(certificate.expires_on) })} · <bdi>{certificate.evidence}</bdi> ·{' '}
        <bdi>{certificate.issued_by}</bdi>
        {certificate.revoke_reason !== '' && <bdi> · {certificate.revoke_reason}</bdi>}
      </span>{' '}
      {certifies && certificate.state !== 'revoked' && <Button onPress={() => setRevoking(true)}>{t('guidance.revoke')}</Button>}
      {revoking && (
        <TextDialog
          title={t('guidance.revoke')}
          name={t('access.reason')}
          onClose={() => setRevoking(false)}
          onGiven={(reason) => act.run(() => revokeCertificate(certificate.id, reason), () => setRevoking(false))}
        />
      )}
    </li>
  );
}

function CertifyForm({ book, own, node, act }: { book: CertificateBook; own: string; node: Node; act: Act }) {
  const t = useText();
  const [id, setId] = useState(makeId);
  const today = todayIn(node.time_zone);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const officer_id = text('officer');
    const kind = text('kind');
    const earlier = book.officers
      .find((officer) => officer.officer_id === officer_id)
      ?.certificates.find((certificate) => certificate.kind === kind && certificate.state !== 'revoked');
    const body = { officer_id, kind, issued_on: text('issued_on'), expires_on: text('expires_on'), evidence: text('evidence') };
    const done = () => {
      form.reset();
      setId(makeId());
    };
    act.run(() => issueCertificate(id, earlier ? { ...body, renews: earlier.id } : body), done);
  };
  return (
    <form className="guidance-form" onSubmit={submit}>
      <Field name={t('guidance.officer')}>
        <select name="officer">
          {book.officers.filter((officer) => officer.officer_id !== own).map((officer) => (
            <option key={officer.officer_id} value={officer.officer_id}>
              {officer.name}
            </option>
          ))}
        </select>
      </Field>
      <Field name={t('guidance.certificate')}>
        <select name="kind">
          {book.rules.kinds.map(({ kind }) => (
            <option key={kind} value={kind}>
              {textOf('certificate', kind)}
            </option>
          ))}
        </select>
      </Field>
      <Field name={t('guidance.issued_on')}>
        <input name="issued_on" type="date" required defaultValue={today} max={today} />
      </Field>
      <Field name={t('guidance.expires_on')}>
        <input name="expires_on" type="date" required min={today} />
      </Field>
      <Field name={t('guidance.evidence')}>
        <input name="evidence" required maxLength={500} dir="auto" autoComplete="off" />
      </Field>
      <Button submit kind="primary">
        {t('guidance.certify')}
      </Button>
    </form>
  );
}

/** Where which task asks for its certificate. Nothing does until somebody switches it on here. */
function NeedsPanel({ book, act }: { book: CertificateBook; act: Act }) {
  const t = useText();
  const units = useQuery({ queryKey: ['access', 'units'], queryFn: getUnits });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    act.run(() => setNeed(String(data.get('unit') ?? ''), String(data.get('task') ?? ''), true));
  };
  return (
    <Panel title={t('guidance.needs')}>
      {book.needs.length === 0 && <p>{t('guidance.no_need')}</p>}
      <ul className="guidance-list">
        {book.needs.map((need) => (
          <li key={`${need.unit} ${need.task}`} data-need={need.task}>
            <Code>{need.unit}</Code> {textOf('certified_task', need.task)} · {textOf('certificate', need.certificate)}{' '}
            <Button onPress={() => act.run(() => setNeed(need.unit, need.task, false))}>{t('guidance.switch_off')}</Button>
          </li>
        ))}
      </ul>
      <form className="guidance-form" onSubmit={submit}>
        <Field name={t('guidance.unit')}>
          <select name="unit">
            {(units.data ?? []).filter((unit) => !unit.closed_at).map((unit) => (
              <option key={unit.path} value={unit.path}>
                {unit.name} ({unit.path})
              </option>
            ))}
          </select>
        </Field>
        <Field name={t('guidance.task')}>
          <select name="task">
            {book.rules.tasks.map(({ task, certificate }) => (
              <option key={task} value={task}>
                {textOf('certified_task', task)} · {textOf('certificate', certificate)}
              </option>
            ))}
          </select>
        </Field>
        <Button submit>{t('guidance.switch_on')}</Button>
      </form>
    </Panel>
  );
}

/** The officer's own certificates that will soon not count any more. */
function Expiring({ officer }: { officer: CertifiedOfficer | undefined }) {
  const t = useText();
  const soon = officer?.certificates.filter(({ state }) => state === 'expiring') ?? [];
  if (soon.length === 0) return null;
  return (
    <Notice state="review">
      {soon.map((certificate) => t('guidance.expires', { kind: textOf('certificate', certificate.kind), date: formatDate(certificate.expires_on) })).join(' ')}
    </Notice>
  );
}

/** Who is certified for what: all officers for who certifies or leads, else one's own. */
export function CertificatesPage({ node, session, links }: { node: Node; session: Session; links: ReactNode }) {
  const t = useText();
  const act = useAct();
  const book = useQuery({ queryKey: ['guidance', 'certificates'], queryFn: getCertificates });
  const certifies = session.officer.roles.includes('procedure_owner');
  return (
    <main className="page">
      <h1>{t('guidance.certificates')}</h1>
      {links}
      <Trouble problem={act.problem} />
      {book.isPending && <p className="quiet">{t('state.pending')}</p>}
      {book.isError && <p className="error-text">{t('problem.other')}</p>}
      <Expiring officer={book.data?.officers.find((officer) => officer.officer_id === session.officer.id)} />
      {book.data && (
        <Panel title={t('guidance.officers')}>
          <ul className="guidance-list">
            {book.data.officers.map((officer) => (
              <li key={officer.officer_id} data-holder={officer.name}>
                <strong>
                  <bdi>{officer.name}</bdi>
                </strong>
                {officer.certificates.length === 0 && <span className="quiet"> {t('guidance.no_certificate')}</span>}
                <ul>
                  {officer.certificates.map((certificate) => (
                    <One key={certificate.id} certificate={certificate} certifies={certifies} act={act} />
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {book.data && certifies && (
        <>
          <Panel title={t('guidance.certify')}>
            <CertifyForm book={book.data} own={session.officer.id} node={node} act={act} />
          </Panel>
          <NeedsPanel book={book.data} act={act} />
        </>
      )}
    </main>
  );
}
