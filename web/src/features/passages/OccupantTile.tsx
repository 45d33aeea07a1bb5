import { useState, type FormEvent } from 'react';
import { noteOccupant } from '../../api/passages';
import type { DifferenceReason, NoteOccupant, Occupant, OccupantRole, Passage, Relation } from '../../api/types';
import { textOf, useText } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { StateIcon } from '../../ui/StateIcon';
import { usePassageAct } from './usePassageAct';
import { kDifferences, kRelations, kRoles, nameOf, stateOf } from './words';

interface NoteDialogProps {
  passage: Passage;
  occupant: Occupant;
  onClose: () => void;
}

/** What this person is in the passage. */
function NoteDialog({ passage, occupant, onClose }: NoteDialogProps) {
  const t = useText();
  const act = usePassageAct(passage.id);
  const [role, setRole] = useState<OccupantRole>(occupant.role);
  const [relation, setRelation] = useState<Relation>(occupant.relation);
  const [takenOff, setTakenOff] = useState(occupant.taken_off);
  const [explanation, explain] = useState(occupant.explanation as DifferenceReason | '');
  const proposed = occupant.on_manifest === 'proposed';
  const [confirmed, confirm] = useState(occupant.on_manifest === 'confirmed');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body: NoteOccupant = {
      role,
      relation,
      taken_off: takenOff,
      ...(confirmed && occupant.manifest_line !== undefined ? { manifest_line: occupant.manifest_line } : {}),
      ...(explanation === '' ? {} : { explanation }),
    };
    act.run(() => noteOccupant(passage, occupant.inspection_id, body), onClose);
  };
  return (
    <Dialog title={nameOf(occupant)} onClose={onClose}>
      <form className="reason-form" onSubmit={submit}>
        <Field name={t('passages.role')}>
          <select value={role} onChange={(event) => setRole(event.target.value as OccupantRole)}>
            {kRoles.map((word) => (
              <option key={word} value={word}>
                {textOf('occupant_role', word)}
              </option>
            ))}
          </select>
        </Field>
        <Field name={t('passages.relation')}>
          <select value={relation} onChange={(event) => setRelation(event.target.value as Relation)}>
            {kRelations.map((word) => (
              <option key={word} value={word}>
                {word === '' ? '–' : textOf('relation_to', word)}
              </option>
            ))}
          </select>
        </Field>
        <label className="choice">
          <input type="checkbox" checked={takenOff} onChange={(event) => setTakenOff(event.target.checked)} />
          {t('passages.taken_off_long')}
        </label>
        {(proposed || confirmed) && (
          <label className="choice">
            <input type="checkbox" checked={confirmed} onChange={(event) => confirm(event.target.checked)} />
            {t('passages.is_line', { line: occupant.manifest_line ?? 0 })}
          </label>
        )}
        {occupant.on_manifest === 'unlisted' && (
          <Field name={t('passages.why_unlisted')}>
            <select value={explanation} onChange={(event) => explain(event.target.value as DifferenceReason | '')}>
              <option value="">–</option>
              {kDifferences.map((word) => (
                <option key={word} value={word}>
                  {textOf('difference', word)}
                </option>
              ))}
            </select>
          </Field>
        )}
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

interface OccupantTileProps {
  passage: Passage;
  occupant: Occupant;
  /** Brings the person in front of the officer. */
  onShow: (inspectionId: string) => void;
}

/** One person: colour, shape and word say what was found or decided. */
export function OccupantTile({ passage, occupant, onShow }: OccupantTileProps) {
  const t = useText();
  const [noting, note] = useState(false);
  const state = stateOf(occupant);
  const open = passage.state === 'open';
  const word = occupant.outcome ? textOf('outcome', occupant.outcome) : textOf('occupant_found', occupant.verdict);
  const place = [textOf('occupant_role', occupant.role), occupant.relation && textOf('relation_to', occupant.relation)];
  return (
    <li className="occupant" data-state={state} data-occupant={occupant.inspection_id} data-off={occupant.taken_off || undefined}>
      <p className="occupant-name">
        <bdi translate="no">{nameOf(occupant) || '–'}</bdi>
      </p>
      <p className="state-text" data-state={state}>
        <StateIcon state={state} /> {word}
      </p>
      <p className="small">{place.filter(Boolean).join(' · ')}</p>
      {occupant.case_open && <p className="small">{t('passages.case_open')}</p>}
      {occupant.taken_off && <p className="small off">{t('passages.taken_off')}</p>}
      {(occupant.on_manifest === 'unlisted' || occupant.on_manifest === 'proposed') && (
        <p className="small">{textOf('on_manifest', occupant.on_manifest)}</p>
      )}
      {open && (
        <div className="occupant-acts">
          {!occupant.outcome && <Button onPress={() => onShow(occupant.inspection_id)}>{t('passages.decide')}</Button>}
          <Button onPress={() => note(true)}>{t('passages.note')}</Button>
        </div>
      )}
      {noting && <NoteDialog passage={passage} occupant={occupant} onClose={() => note(false)} />}
    </li>
  );
}
