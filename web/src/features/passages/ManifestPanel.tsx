import { useRef, useState, type FormEvent } from 'react';
import { attachManifest, explainLine } from '../../api/passages';
import type { DifferenceReason, ExpectedLine, Manifest, Passage, UnreadLine } from '../../api/types';
import { formatDate } from '../../lib/format';
import { textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Code } from '../../ui/Code';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { StateIcon } from '../../ui/StateIcon';
import { usePassageAct, type PassageAct } from './usePassageAct';
import { kDifferences } from './words';

function ExplainDialog({ passage, line, onClose }: { passage: Passage; line: number; onClose: () => void }) {
  const t = useText();
  const act = usePassageAct(passage.id);
  const [reason, choose] = useState<DifferenceReason>('did_not_travel');
  const [note, setNote] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.run(() => explainLine(passage, line, { reason, ...(note.trim() === '' ? {} : { note: note.trim() }) }), onClose);
  };
  return (
    <Dialog title={t('passages.explain_line', { line })} onClose={onClose}>
      <form className="reason-form" onSubmit={submit}>
        <fieldset className="choices">
          <legend className="field-name">{t('passages.why')}</legend>
          {kDifferences.map((word) => (
            <label className="choice" key={word}>
              <input type="radio" name="difference" value={word} checked={reason === word} onChange={() => choose(word)} />
              {textOf('difference', word)}
            </label>
          ))}
        </fieldset>
        <Field name={t('decision.note')}>
          <textarea rows={2} value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
        </Field>
        <p role="alert" className="error-text">
          {act.problem}
        </p>
        <div className="dialog-acts">
          <Button size="large" onPress={onClose} keys="Esc">
            {t('dialog.cancel')}
          </Button>
          <Button size="large" kind="primary" submit>
            {t('passages.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Hits({ line }: { line: ExpectedLine }) {
  const t = useText();
  const worst = line.hits[0];
  if (!worst) return null;
  return (
    <p className="state-text small" data-state="hit">
      <StateIcon state="hit" /> {t('passages.hit', { name: worst.matched_name, source: textOf('source', worst.source) })}
    </p>
  );
}

interface ExpectedRowProps {
  line: ExpectedLine;
  open: boolean;
  onExplain: (line: number) => void;
}

function ExpectedRow({ line, open, onExplain }: ExpectedRowProps) {
  const t = useText();
  const { person, explanation, seen } = line;
  const state = seen === '' ? (explanation ? 'info' : 'review') : seen === 'proposed' ? 'review' : 'clear';
  return (
    <tr data-line={person.line}>
      <th scope="row">
        <bdi translate="no">
          {person.surname} {person.given_names}
        </bdi>
        <Hits line={line} />
      </th>
      <td>{formatDate(person.birth_date)}</td>
      <td>{person.document_number === '' ? '–' : <Code>{`${person.issuing_state} ${person.document_number}`}</Code>}</td>
      <td>
        <span className="state-text" data-state={state}>
          <StateIcon state={state} /> {seen === '' ? t('line_seen.not_seen') : textOf('line_seen', seen)}
        </span>
        {explanation && <div className="small">{textOf('difference', explanation.reason)}</div>}
      </td>
      <td>{open && seen === '' && <Button onPress={() => onExplain(person.line)}>{t('passages.explain')}</Button>}</td>
    </tr>
  );
}

function UnreadRows({ rows, open, onExplain }: { rows: readonly UnreadLine[]; open: boolean; onExplain: (line: number) => void }) {
  const t = useText();
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{t('passages.unread', { count: rows.length })}</h3>
      <ul className="unread">
        {rows.map((row) => (
          <li key={row.line} data-line={row.line}>
            {t('passages.unread_line', { line: row.line, reason: textOf('manifest_reason', row.reason) })}{' '}
            <bdi className="code" translate="no">
              {row.raw}
            </bdi>{' '}
            {row.explanation
              ? textOf('difference', row.explanation.reason)
              : open && <Button onPress={() => onExplain(row.line)}>{t('passages.explain')}</Button>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Lines({ manifest, open, onExplain }: { manifest: Manifest; open: boolean; onExplain: (line: number) => void }) {
  const t = useText();
  const columns = ['passages.expected', 'person.born', 'passages.document', 'passages.state', 'passages.acts'] as const;
  return (
    <>
      <p className="small quiet">
        <bdi>{manifest.file_name}</bdi> ·{' '}
        {manifest.lists.length === 0 ? t('passages.not_searched') : t('passages.searched', { count: manifest.lists.length })}
      </p>
      <div className="scroller" role="group" aria-label={t('passages.manifest')} tabIndex={0}>
        <table className="manifest">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {manifest.lines.map((line) => (
              <ExpectedRow key={line.person.line} line={line} open={open} onExplain={onExplain} />
            ))}
          </tbody>
        </table>
      </div>
      <UnreadRows rows={manifest.unread} open={open} onExplain={onExplain} />
    </>
  );
}

function Upload({ passage, act }: { passage: Passage; act: PassageAct }) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const file = input.current?.files?.[0];
    setMissing(!file);
    if (file) act.run(() => attachManifest(passage, file));
  };
  return (
    <form className="passage-form" onSubmit={submit}>
      <Field name={t('passages.manifest_file')} hint={t('passages.manifest_hint')}>
        <input type="file" accept=".csv,text/csv" ref={input} />
      </Field>
      <Button submit>{t('passages.attach')}</Button>
      <p role="alert" className="error-text">
        {missing ? t('import.missing') : act.problem}
      </p>
    </form>
  );
}

/** Who is expected, who of them was seen, and what the file holds that nobody could read. */
export function ManifestPanel({ passage }: { passage: Passage }) {
  const t = useText();
  const act = usePassageAct(passage.id);
  const [explaining, explain] = useState<number>();
  const { manifest } = passage;
  const open = passage.state === 'open';
  const seen = manifest?.lines.filter((line) => line.seen !== '').length ?? 0;
  return (
    <details className="manifest-panel">
      <summary>
        {manifest ? t('passages.manifest_seen', { seen, expected: manifest.lines.length }) : t('passages.manifest_none')}
      </summary>
      {open && <Upload passage={passage} act={act} />}
      {manifest && <Lines manifest={manifest} open={open} onExplain={explain} />}
      {explaining !== undefined && <ExplainDialog passage={passage} line={explaining} onClose={() => explain(undefined)} />}
    </details>
  );
}
