import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { getLinksToJudge, searchTravellers } from '../../api/travellers';
import type { Session, TravellerRow } from '../../api/types';
import { formatBirth, formatNumber } from '../../lib/format';
import { useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Code } from '../../ui/Code';
import { Field } from '../../ui/Field';
import { Panel } from '../../ui/Panel';
import { Failure } from './Failure';
import { nameOf } from './words';
import './travellers.css';

function Found({ rows, onOpen }: { rows: readonly TravellerRow[]; onOpen: (id: string) => void }) {
  const t = useText();
  return (
    <>
      <p role="status">{t('search.found', { count: rows.length })}</p>
      <ul className="bare links">
        {rows.map(({ traveller }) => (
          <li key={traveller.traveller_id}>
            <span>
              <bdi>{nameOf(traveller)}</bdi> {traveller.birth_dates.map(formatBirth).join(' / ')} <Code>{traveller.nationality}</Code>
            </span>
            <Button onPress={() => onOpen(traveller.traveller_id)}>{t('traveller.open')}</Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function SearchForm({ onOpen }: { onOpen: (id: string) => void }) {
  const t = useText();
  const [name, setName] = useState('');
  const [number, setNumber] = useState('');
  const [born, setBorn] = useState('');
  const job = useMutation({ mutationFn: searchTravellers, gcTime: 0 });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    job.mutate({
      ...(name.trim() === '' ? {} : { name: name.trim() }),
      ...(number.trim() === '' ? {} : { document_number: number.trim() }),
      ...(born === '' ? {} : { birth_date: born }),
    });
  };
  return (
    <Panel title={t('search.title')}>
      <form className="one-line" onSubmit={submit}>
        <Field name={t('search.name')}>
          <input value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field name={t('search.number')}>
          <input value={number} onChange={(event) => setNumber(event.target.value)} />
        </Field>
        <Field name={t('search.born')}>
          <input type="date" value={born} onChange={(event) => setBorn(event.target.value)} />
        </Field>
        <Button submit kind="primary">
          {t('search.submit')}
        </Button>
      </form>
      {job.error && <Failure error={job.error} />}
      {job.data && <Found rows={job.data} onOpen={onOpen} />}
    </Panel>
  );
}

function ToJudge({ onOpen }: { onOpen: (id: string) => void }) {
  const t = useText();
  const links = useQuery({ queryKey: ['links'], queryFn: getLinksToJudge });
  if (!links.data || links.data.length === 0) return null;
  return (
    <Panel title={t('links.title', { count: links.data.length })} aside={<span className="quiet">{formatNumber(links.data.length)}</span>}>
      <ul className="bare links">
        {links.data.map((link, at) => (
          <li key={`${link.first_id}${link.second_id}`}>
            <span>{t('links.one', { number: at + 1 })}</span>
            <Button onPress={() => onOpen(link.second_id)}>{t('traveller.open')}</Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Search over travellers, and the links that wait for an officer. */
export function TravellersPage({ session, onOpen }: { session: Session; onOpen: (id: string) => void }) {
  const t = useText();
  const may = session.officer.roles.some((role) => role === 'second_line' || role === 'shift_leader');
  return (
    <main className="page">
      <h1>{t('top.travellers')}</h1>
      {may ? (
        <>
          <SearchForm onOpen={onOpen} />
          <ToJudge onOpen={onOpen} />
        </>
      ) : (
        <p>{t('problem.role_missing')}</p>
      )}
    </main>
  );
}
