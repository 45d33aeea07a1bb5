import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getRefusalGrounds } from '../../api/inspections';
import type { Decide, Inspection } from '../../api/types';
import { textOf, useText } from '../../lib/i18n';
import { keysOf } from '../../lib/keyboard-map';
import {
  kAdmissionReasons, kFallbackReasons, kReferralReasons, likelyReferral, needsOf, type AdmissionReason, type FallbackReason,
  type ReferralReason,
} from './decisions';
import { Choices, ReasonDialog } from './ReasonDialog';

interface DecisionDialogProps {
  inspection: Inspection;
  onClose: () => void;
  onDecide: (body: Pick<Decide, 'reasons' | 'note'>) => void;
}

const bodyOf = (reasons: string[], note: string): Pick<Decide, 'reasons' | 'note'> => ({ reasons, ...(note === '' ? {} : { note }) });

export function ReferDialog({ inspection, onClose, onDecide }: DecisionDialogProps) {
  const t = useText();
  const likely = likelyReferral(inspection);
  const [reason, choose] = useState<ReferralReason>(likely);
  return (
    <ReasonDialog
      title={t('refer.title')}
      submit={t('act.refer')}
      keys={keysOf('refer')}
      onClose={onClose}
      changed={false}
      noteName={t('decision.note')}
      noteHint={reason === 'other' ? t('decision.note_needed') : undefined}
      check={(note) => (reason === 'other' && note === '' ? t('problem.note_required') : undefined)}
      onSubmit={(note) => onDecide(bodyOf([reason], note))}
    >
      <Choices
        legend={t('refer.why')}
        name="referral"
        words={kReferralReasons}
        textOf={(word) => t(`referral.${word}`)}
        chosen={reason}
        choose={choose}
      />
    </ReasonDialog>
  );
}

/** An admission in spite of a check that needs explaining. */
export function AdmitDialog({ inspection, onClose, onDecide }: DecisionDialogProps) {
  const t = useText();
  const needs = needsOf(inspection);
  const [reason, chooseReason] = useState<AdmissionReason>();
  const [fallback, chooseFallback] = useState<FallbackReason>();
  const complaint = (note: string) => {
    if (needs.fallback && !fallback) return t('problem.fallback_reason_required');
    if (needs.reason && !reason) return t('problem.reason_required');
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
      onSubmit={(note) => onDecide(bodyOf([fallback, reason].filter((word) => word !== undefined), note))}
    >
      <p>{t('admit.needs', { checks: names })}</p>
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

/** The grounds of the form; those the checks suggest are ticked beforehand and can be unticked. */
export function RefuseDialog({ inspection, onClose, onDecide }: DecisionDialogProps) {
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
      check={() => (letters.length === 0 ? t('problem.refusal_needs_ground') : undefined)}
      onSubmit={(note) => onDecide(bodyOf(letters, note))}
    >
      <Grounds chosen={letters} toggle={toggle} />
    </ReasonDialog>
  );
}
