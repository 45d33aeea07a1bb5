// Dialogs that are opened rarely: a chunk of its own, loaded once the booth is idle.
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { getRefusalGrounds, listOpen } from '../../api/inspections';
import type { MinorCompany, OpenLine, RecordPerson } from '../../api/types';
import { formatAgo } from '../../lib/format';
import { findText, textOf, useText } from '../../lib/i18n';
import { keysOf } from '../../lib/keyboard-map';
import { useNow } from '../../lib/useNow';
import { Button } from '../../ui/Button';
import { Code } from '../../ui/Code';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import type { Decided, Traveller } from './booth-state';
import { bodyOf, type DecisionDialogProps } from './DecisionDialogs';
import {
  kAdmissionReasons, kFallbackReasons, kMinorReasons, needsOf, type AdmissionReason, type FallbackReason, type MinorReason,
} from './decisions';
import { Choices, ReasonDialog } from './ReasonDialog';
import { labelOf, nameOf } from './verdict';

export { HandEntry } from './HandEntry';
export { DetailsPanel } from './DetailsPanel';
export { HistoryDialog } from './HistoryDialog';
export { MatchPanel } from './MatchPanel';

/** An admission in spite of a check that needs explaining. */
export function AdmitDialog({ inspection, onClose, onDecide }: DecisionDialogProps) {
  const t = useText();
  const needs = needsOf(inspection);
  const [reason, chooseReason] = useState<AdmissionReason>();
  const [fallback, chooseFallback] = useState<FallbackReason>();
  const [minor, chooseMinor] = useState<MinorReason>();
  const complaint = (note: string) => {
    if (needs.fallback && !fallback) return t('problem.fallback_reason_required');
    if (needs.reason && !reason) return t('problem.reason_required');
    if (needs.minor && !minor) return t('problem.minor_reason_required');
    return reason === 'other' && note === '' ? t('problem.note_required') : undefined;
  };
  const names = inspection.assessment.needs_reason.map((name) => textOf('check', name)).join(' · ');
  return (
    <ReasonDialog
      title={t('admit.title')}
      submit={t('act.admit')}
      keys={keysOf('admit')}
      onClose={onClose}
      changed={false}
      noteName={t('decision.note')}
      check={complaint}
      onSubmit={(note) => onDecide(bodyOf([fallback, reason, minor].filter((word) => word !== undefined), note))}
    >
      {names !== '' && <p>{t('admit.needs', { checks: names })}</p>}
      {needs.fallback && (
        <Choices
          legend={t('admit.fallback')}
          name="fallback"
          words={kFallbackReasons}
          textOf={(word) => t(`fallback.${word}`)}
          chosen={fallback}
          choose={chooseFallback}
        />
      )}
      {needs.reason && (
        <Choices
          legend={t('admit.why')}
          name="admission"
          words={kAdmissionReasons}
          textOf={(word) => t(`admission.${word}`)}
          chosen={reason}
          choose={chooseReason}
        />
      )}
      {needs.minor && (
        <Choices
          legend={t('admit.minor')}
          name="minor"
          words={kMinorReasons}
          textOf={(word) => t(`minor_reason.${word}`)}
          chosen={minor}
          choose={chooseMinor}
        />
      )}
    </ReasonDialog>
  );
}

function Grounds({ chosen, toggle }: { chosen: readonly string[]; toggle: (letter: string) => void }) {
  const t = useText();
  const grounds = useQuery({ queryKey: ['refusal-grounds'], queryFn: getRefusalGrounds, staleTime: Infinity });
  if (grounds.isPending) return <p className="quiet">{t('state.pending')}</p>;
  if (grounds.isError) return <p className="error-text">{t('refuse.no_grounds')}</p>;
  return (
    <fieldset className="choices">
      <legend className="field-name">{t('refuse.grounds')}</legend>
      {grounds.data.grounds.map(({ letter, word }) => (
        <label className="choice" key={letter}>
          <input type="checkbox" value={letter} checked={chosen.includes(letter)} onChange={() => toggle(letter)} />
          <bdi className="choice-letter">{letter}</bdi>
          {textOf('ground', word)}
        </label>
      ))}
      <p className="small quiet">
        <bdi>{grounds.data.legal_source}</bdi>
      </p>
    </fieldset>
  );
}

/** The grounds of the form; those the checks suggest are ticked beforehand and can be unticked. A request for asylum stops it. */
export function RefuseDialog({ inspection, onClose, onDecide, onAsylum }: DecisionDialogProps & { onAsylum: () => void }) {
  const t = useText();
  const suggested = inspection.assessment.refusal_grounds;
  const [letters, setLetters] = useState<string[]>(suggested);
  const toggle = (letter: string) =>
    setLetters(letters.includes(letter) ? letters.filter((one) => one !== letter) : [...letters, letter].sort());
  return (
    <ReasonDialog
      title={t('refuse.title')}
      submit={t('refuse.submit')}
      keys={keysOf('refuse')}
      danger
      onClose={onClose}
      changed={letters.join() !== suggested.join()}
      noteName={t('refuse.facts')}
      noteHint={t('refuse.facts_hint')}
      check={(note) => {
        if (letters.length === 0) return t('problem.refusal_needs_ground');
        return note === '' ? t('problem.facts_required') : undefined;
      }}
      onSubmit={(note) => onDecide(bodyOf(letters, note))}
    >
      <div className="bar-acts">
        <Button onPress={onAsylum}>{t('act.asylum')}</Button>
      </div>
      <p className="quiet">{t('refuse.two')}</p>
      <Grounds chosen={letters} toggle={toggle} />
    </ReasonDialog>
  );
}

interface AsylumDialogProps {
  open: Traveller | undefined;
  last: Decided | undefined;
  onClose: () => void;
  onRequest: (who: 'open' | 'last' | 'nobody', note: string) => void;
}

/** Of the open traveller; of the one decided last, whose refusal may wait; or of somebody no document speaks for. */
export function AsylumDialog({ open, last, onClose, onRequest }: AsylumDialogProps) {
  const t = useText();
  const before = last?.inspection?.second_line?.asylum ? undefined : last;
  const [who, choose] = useState<'last' | 'nobody'>(before?.inspection ? 'last' : 'nobody');
  const asks = open ? 'open' : who;
  return (
    <ReasonDialog
      title={t('asylum.title')}
      submit={t('asylum.record')}
      keys={keysOf('asylum')}
      onClose={onClose}
      changed={false}
      noteName={t('asylum.says')}
      check={() => undefined}
      onSubmit={(note) => onRequest(asks, note)}
    >
      {open && (
        <p>
          <b>
            <bdi translate="no">{labelOf(open)}</bdi>
          </b>
        </p>
      )}
      <p>{t('asylum.effect')}</p>
      {!open && before?.inspection && (
        <Choices
          legend={t('asylum.who')}
          name="asylum"
          words={['last', 'nobody'] as const}
          textOf={(word) => (word === 'last' ? t('asylum.last', { name: labelOf(before.traveller) }) : t('asylum.nobody'))}
          chosen={who}
          choose={choose}
        />
      )}
      {!open && !before?.inspection && <p>{t('asylum.nobody')}</p>}
    </ReasonDialog>
  );
}

function OpenRow({ line, nowMs, onBring }: { line: OpenLine; nowMs: number; onBring: () => void }) {
  const t = useText();
  const name = nameOf({ primary: line.primary_identifier, secondary: line.secondary_identifier });
  const age = formatAgo(Math.max(1, (nowMs - Date.parse(line.opened_at)) / 1000));
  return (
    <li>
      <Button onPress={onBring}>
        <bdi translate="no">{name === '' ? t('person.no_name') : name}</bdi>
      </Button>{' '}
      {line.document_number !== '' && <Code>{line.document_number}</Code>}{' '}
      <span className="small quiet">{t('find.line', { lane: line.lane, officer: line.officer, age })}</span>
    </li>
  );
}

/** Open inspections of this officer and lane; they live on the server, whichever PC opened them. */
export function FindDialog({ onClose, onBring }: { onClose: () => void; onBring: (id: string) => void }) {
  const t = useText();
  const [name, setName] = useState('');
  const nowMs = useNow();
  const lines = useQuery({ queryKey: ['open-inspections', name], queryFn: () => listOpen(name), gcTime: 0 });
  return (
    <Dialog title={t('find.title')} onClose={onClose}>
      <Field name={t('find.name')}>
        <input type="search" value={name} maxLength={100} autoFocus onChange={(event) => setName(event.target.value.trim())} />
      </Field>
      {lines.isError && <p className="error-text">{t('problem.other')}</p>}
      <p role="status">{lines.data?.length === 0 ? t('find.none') : ''}</p>
      <ul className="notes found">
        {lines.data?.map((line) => <OpenRow key={line.id} line={line} nowMs={nowMs} onBring={() => onBring(line.id)} />)}
      </ul>
      <div className="dialog-acts">
        <Button onPress={onClose} keys="Esc">
          {t('dialog.close')}
        </Button>
      </div>
    </Dialog>
  );
}

const kWith = ['parental_authority', 'other_adult', 'nobody'] as const;
const kConsents = ['seen', 'not_seen', 'not_required'] as const;

function Company({ company, onChange }: { company: MinorCompany; onChange: (company: MinorCompany) => void }) {
  const t = useText();
  const write = (more: Partial<MinorCompany>) => onChange({ ...company, ...more });
  const accompanied = company.with !== 'nobody';
  return (
    <>
      <Choices
        legend={t('minor.with')}
        name="with"
        words={kWith}
        textOf={(word) => t(`minor.with.${word}`)}
        chosen={company.with}
        choose={(word) => write(word === 'nobody' ? { with: word, name: '', relation: '' } : { with: word })}
      />
      {accompanied && (
        <Field name={t('minor.name')}>
          <input type="text" value={company.name} maxLength={100} onChange={(event) => write({ name: event.target.value })} />
        </Field>
      )}
      {accompanied && (
        <Field name={t('minor.relation')}>
          <input type="text" value={company.relation} maxLength={100} onChange={(event) => write({ relation: event.target.value })} />
        </Field>
      )}
      <Choices
        legend={t('minor.consent')}
        name="consent"
        words={kConsents}
        textOf={(word) => t(`minor.consent.${word}`)}
        chosen={company.consent}
        choose={(consent) => write({ consent })}
      />
    </>
  );
}

interface PersonDialogProps {
  traveller: Traveller;
  onClose: () => void;
  /** Answers the word of what went wrong. */
  onRecord: (body: RecordPerson) => Promise<string | undefined>;
}

/** The class of the person, its duties to tick, and with whom a minor travels. */
export function PersonDialog({ traveller, onClose, onRecord }: PersonDialogProps) {
  const t = useText();
  const person = traveller.inspection?.person;
  const before = person?.reason === undefined ? '' : person.person_class;
  const [stated, state] = useState(before);
  const [reason, setReason] = useState(person?.reason ?? '');
  const [done, setDone] = useState<string[]>(person?.duties_done ?? []);
  const [company, setCompany] = useState<MinorCompany>(
    person?.company ?? { with: 'parental_authority', name: '', relation: '', consent: 'not_required' });
  const [problem, setProblem] = useState<string>();
  if (!person) return null;
  const isMinor = person.minor !== 'not_minor';
  const send = (event: FormEvent) => {
    event.preventDefault();
    const changed = stated !== before;
    const body: RecordPerson = {
      ...(stated === '' ? {} : { person_class: stated, reason }),
      // Another class has other duties: they are shown and ticked once it is recorded.
      duties_done: changed ? [] : done,
      ...(isMinor ? { company } : {}),
    };
    void onRecord(body).then((word) => {
      setProblem(word);
      if (word === undefined && !changed) onClose();
    });
  };
  const toggle = (duty: string) => setDone(done.includes(duty) ? done.filter((one) => one !== duty) : [...done, duty]);
  return (
    <Dialog title={t('person.title_class')} onClose={onClose}>
      <form className="reason-form" onSubmit={send}>
        {isMinor && <Company company={company} onChange={setCompany} />}
        <Field name={t('person.stated_as')}>
          <select value={stated} onChange={(event) => state(event.target.value)}>
            <option value="">{t('person.as_document')}</option>
            {person.may_be_stated.map((word) => (
              <option key={word} value={word}>
                {textOf('person_class', word)}
              </option>
            ))}
          </select>
        </Field>
        {stated !== '' && (
          <Field name={t('person.why_stated')}>
            <input type="text" value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
          </Field>
        )}
        <fieldset className="choices">
          <legend className="field-name">{t('person.duties')}</legend>
          {person.duties.map((duty) => (
            <label className="choice" key={duty}>
              <input type="checkbox" checked={done.includes(duty)} onChange={() => toggle(duty)} />
              {textOf('duty', duty)}
            </label>
          ))}
        </fieldset>
        <p role="alert" className="error-text">
          {problem === undefined ? '' : (findText(`problem.${problem}`) ?? t('problem.word', { word: problem }))}
        </p>
        <div className="dialog-acts">
          <Button size="large" onPress={onClose} keys="Esc">
            {t('dialog.cancel')}
          </Button>
          <Button size="large" kind="primary" submit>
            {t('person.record')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
