import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import * as server from '../../api/alerts';
import { problemFrom } from '../../api/problem';
import type { HitCard, Node, Session } from '../../api/types';
import { formatInstant } from '../../lib/format';
import { findText, textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Code } from '../../ui/Code';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { Panel } from '../../ui/Panel';
import './hits.css';

type Send = (act: () => Promise<HitCard>) => void;

const kJudgements = ['confirmed', 'false_positive', 'unresolved'] as const;

/** The fields this action asks for, those already filled among them. */
function HitForm({ hit, send }: { hit: HitCard; send: Send }) {
  const t = useText();
  const fields = [...new Set([...Object.keys(hit.form), ...hit.missing])];
  const [form, setForm] = useState<Record<string, string>>(hit.form);
  if (fields.length === 0) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(() => server.fillHitForm(hit.id, form));
  };
  return (
    <form className="hit-form" onSubmit={submit}>
      {fields.map((field) => (
        <Field key={field} name={textOf('form_field', field)}>
          <input type="text" value={form[field] ?? ''} onChange={(event) => setForm({ ...form, [field]: event.target.value })} />
        </Field>
      ))}
      <Button submit>{t('hits.save_form')}</Button>
    </form>
  );
}

function Closing({ hit, own, send }: { hit: HitCard; own: boolean; send: Send }) {
  const t = useText();
  const [typed, setTyped] = useState('');
  if (hit.closing_by === '') {
    return <Button onPress={() => send(() => server.proposeHitClosing(hit.id))}>{t('hits.propose_closing')}</Button>;
  }
  if (own) return <p className="quiet">{t('hits.closing_waits')}</p>;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(() => server.closeHit(hit.id, typed.trim()));
  };
  return (
    <form className="hit-form" onSubmit={submit}>
      <Field name={t('alerts.confirmation')}>
        <input type="text" value={typed} maxLength={4} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
      </Field>
      <Button submit>{t('hits.close')}</Button>
    </form>
  );
}

function Handling({ hit, officer, send }: { hit: HitCard; officer: string; send: Send }) {
  const t = useText();
  if (hit.state === 'closed') return null;
  return (
    <>
      <div className="hit-acts">
        {kJudgements.map((state) => (
          <Button key={state} onPress={() => send(() => server.judgeHit(hit.id, state, ''))}>
            {t(`hits.judge_${state}`)}
          </Button>
        ))}
      </div>
      <HitForm hit={hit} send={send} />
      {hit.state !== 'potential' && <Closing hit={hit} own={hit.closing_by === officer} send={send} />}
    </>
  );
}

/** The owner of the alert says what was done. */
function Answer({ hit, send }: { hit: HitCard; send: Send }) {
  const t = useText();
  const [note, setNote] = useState('');
  if (hit.acted_at) return <p>{t('hits.answered', { answer: hit.answer })}</p>;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (note.trim() !== '') send(() => server.receiptHit(hit.id, 'acted', note.trim()));
  };
  return (
    <form className="hit-form" onSubmit={submit}>
      {!hit.opened_at && <Button onPress={() => send(() => server.receiptHit(hit.id, 'opened', ''))}>{t('hits.open')}</Button>}
      <Field name={t('hits.answer')}>
        <input type="text" value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
      <Button submit>{t('hits.send_answer')}</Button>
    </form>
  );
}

function Card({ hit, node, officer, owner, send, steps }: { hit: HitCard; node: Node; officer: string; owner: boolean; send: Send; steps: ReactNode }) {
  const t = useText();
  const title = (
    <>
      <bdi translate="no">{hit.matched_name}</bdi> · {textOf('action', hit.action)}
    </>
  );
  return (
    <Panel title={title} aside={<b>{textOf('hit_state', hit.state)}</b>} className="hit-card">
      <p className="small">
        {textOf('source', hit.source)} · {textOf('alert_reason', hit.category)} · <bdi>{hit.owner}</bdi> · {formatInstant(hit.raised_at, node.time_zone)} ·{' '}
        <Code>{hit.id.slice(-4)}</Code>
        {hit.found_later && <> · {t('hits.found_later')}</>}
      </p>
      <p>
        {hit.steps.map((step) => textOf('step', step)).join(' · ')} <bdi className="small quiet">{hit.legal_source}</bdi>
      </p>
      {steps}
      {owner ? <Answer hit={hit} send={send} /> : <Handling key={hit.missing.join()} hit={hit} officer={officer} send={send} />}
    </Panel>
  );
}

/** Hits to handle for the second line; answers to give for who owns alerts. */
export function HitsPage({ node, session, steps }: { node: Node; session: Session; steps: (id: string, open: boolean) => ReactNode }) {
  const t = useText();
  const client = useQueryClient();
  const handles = session.officer.roles.some((role) => role === 'second_line' || role === 'shift_leader');
  const owner = session.officer.roles.includes('watchlist_owner');
  const hits = useQuery({ queryKey: ['hits'], queryFn: server.getHits, enabled: handles, refetchInterval: 15_000 });
  const inbox = useQuery({ queryKey: ['owner-hits'], queryFn: server.getOwnerHits, enabled: owner, refetchInterval: 60_000 });
  const job = useMutation({
    mutationFn: (act: () => Promise<HitCard>) => act(),
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: ['hits'] }), client.invalidateQueries({ queryKey: ['owner-hits'] })]),
  });
  const problem = job.error && problemFrom(job.error);
  const card = (hit: HitCard, asOwner: boolean) => (
    <Card
      key={hit.id}
      hit={hit}
      node={node}
      officer={session.officer.id}
      owner={asOwner}
      send={(act) => job.mutate(act)}
      steps={!asOwner && hit.state !== 'closed' && steps(hit.id, true)}
    />
  );
  return (
    <main className="page">
      <h1>{t('hits.title')}</h1>
      {problem && (
        <Notice state="hit" role="alert">
          {findText(`problem.${problem.code}`) ?? t('problem.word', { word: problem.code })}
        </Notice>
      )}
      {handles && hits.data?.length === 0 && <p>{t('hits.none')}</p>}
      {hits.data?.map((hit) => card(hit, false))}
      {owner && (
        <>
          <h2>{t('hits.inbox')}</h2>
          {inbox.data?.length === 0 && <p>{t('hits.none')}</p>}
          {inbox.data?.map((hit) => card(hit, true))}
        </>
      )}
    </main>
  );
}
