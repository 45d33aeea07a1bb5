import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { searchDataSubject, setDataSubject } from '../../api/rights';
import type { DataRequest, FoundPerson, SearchDataSubject } from '../../api/types';
import { useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Panel } from '../../ui/Panel';
import { Refusal } from './Refusal';
import { useRequestAct } from './useRequestAct';

function PersonText({ person }: { person: FoundPerson }) {
  const t = useText();
  return (
    <>
      <b>
        <bdi>
          {person.primary_identifier} {person.secondary_identifier}
        </bdi>
      </b>{' '}
      · {person.birth_dates.join(', ')} · {person.nationality} · {person.documents.join(', ')}
      <br />
      <span className="small quiet">
        {t('rights.kept', {
          inspections: person.inspections,
          cases: person.cases,
          permits: person.permits,
        })}
      </span>
    </>
  );
}

function SearchForm({ onSearch }: { onSearch: (search: SearchDataSubject) => void }) {
  const t = useText();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    onSearch({
      ...(text('document') ? { document_number: text('document') } : {}),
      ...(text('name') ? { name: text('name') } : {}),
      ...(text('born') ? { birth_date: text('born') } : {}),
    });
  };
  return (
    <form className="rights-act" onSubmit={submit}>
      <Field name={t('rights.document')}>
        <input name="document" autoComplete="off" spellCheck={false} maxLength={40} />
      </Field>
      <Field name={t('rights.name')}>
        <input name="name" autoComplete="off" spellCheck={false} maxLength={100} dir="auto" />
      </Field>
      <Field name={t('rights.born')}>
        <input name="born" type="date" />
      </Field>
      <Button submit>{t('rights.find')}</Button>
    </form>
  );
}

function Choice({ request, found }: { request: DataRequest; found: FoundPerson[] }) {
  const t = useText();
  const id = request.request.request_id;
  const [chosen, choose] = useState<string[]>(() => request.persons.map((person) => person.traveller_id));
  const job = useRequestAct(id, (travellers: string[]) => setDataSubject(id, travellers));
  const toggle = (traveller: string, on: boolean) =>
    choose((before) => (on ? [...before, traveller] : before.filter((one) => one !== traveller)));
  return (
    <>
      <ul className="rights-list">
        {found.map((person) => (
          <li key={person.traveller_id} data-traveller={person.traveller_id}>
            <label className="choice">
              <input
                type="checkbox"
                checked={chosen.includes(person.traveller_id)}
                onChange={(event) => toggle(person.traveller_id, event.target.checked)}
              />
              <span>
                <PersonText person={person} />
              </span>
            </label>
          </li>
        ))}
      </ul>
      <Button kind="primary" onPress={() => job.mutate(chosen)}>
        {t('rights.these')}
      </Button>
      <Refusal error={job.error} />
    </>
  );
}

/** Finds the person over all areas and says which travellers it is. */
export function PersonsPanel({ request }: { request: DataRequest }) {
  const t = useText();
  const id = request.request.request_id;
  const job = useMutation({ mutationFn: (search: SearchDataSubject) => searchDataSubject(id, search) });
  const open = request.request.state === 'open' && request.identity_check !== 'not_proved';
  return (
    <Panel title={t('rights.persons')}>
      {request.persons.length === 0 && <p>{t('rights.nobody')}</p>}
      <ul className="rights-list">
        {request.persons.map((person) => (
          <li key={person.traveller_id} data-person={person.traveller_id}>
            <PersonText person={person} />
          </li>
        ))}
      </ul>
      {open && <SearchForm onSearch={(search) => job.mutate(search)} />}
      <Refusal error={job.error} />
      {job.data && job.data.length === 0 && <p role="status">{t('rights.not_found')}</p>}
      {open && job.data && job.data.length > 0 && <Choice key={job.submittedAt} request={request} found={job.data} />}
    </Panel>
  );
}
