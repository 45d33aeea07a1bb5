import { useState } from 'react';
import type { Decide, Inspection } from '../../api/types';
import { useText } from '../../lib/i18n';
import { keysOf } from '../../lib/keyboard-map';
import { kReferralReasons, likelyReferral, type ReferralReason } from './decisions';
import { Choices, ReasonDialog } from './ReasonDialog';

export interface DecisionDialogProps {
  inspection: Inspection;
  onClose: () => void;
  onDecide: (body: Pick<Decide, 'reasons' | 'note'>) => void;
}

export const bodyOf = (reasons: string[], note: string): Pick<Decide, 'reasons' | 'note'> => ({ reasons, ...(note === '' ? {} : { note }) });

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
