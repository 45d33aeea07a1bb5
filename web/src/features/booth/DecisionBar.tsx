import type { Inspection } from '../../api/types';
import { textOf, useText } from '../../lib/i18n';
import { keysOf } from '../../lib/keyboard-map';
import { Button } from '../../ui/Button';
import type { Traveller } from './booth-state';
import { grantsDays, kPurposes, mayRefuse, type Purpose } from './decisions';
import { findWhyClosed } from './verdict';

export interface Grant {
  purpose: Purpose;
  days: string;
}

/** Why a decision cannot be taken, by the word of its text. */
export interface Closed {
  admit: string | undefined;
  refer: string | undefined;
  refuse: string | undefined;
}

export function closedOf(traveller: Traveller): Closed {
  const whyAdmit = findWhyClosed(traveller);
  const { inspection } = traveller;
  if (!inspection) return { admit: whyAdmit, refer: whyAdmit, refuse: whyAdmit };
  const refuse = mayRefuse(inspection) ? undefined : inspection.own_national ? 'own_national_not_refused' : 'refusal_is_for_entry';
  return { admit: whyAdmit, refer: undefined, refuse };
}

interface GrantProps {
  inspection: Inspection;
  grant: Grant;
  onGrant: (grant: Grant) => void;
}

function GrantFields({ inspection, grant, onGrant }: GrantProps) {
  const t = useText();
  return (
    <div className="grant">
      <label>
        <span>{t('decision.purpose')}</span>
        <select value={grant.purpose} onChange={(event) => onGrant({ ...grant, purpose: event.target.value as Purpose })}>
          {kPurposes.map((word) => (
            <option key={word} value={word}>
              {t(`purpose.${word}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('decision.days')}</span>
        <input
          className="days-granted"
          type="number"
          inputMode="numeric"
          min={1}
          max={inspection.stay?.left}
          value={grant.days}
          onChange={(event) => onGrant({ ...grant, days: event.target.value })}
        />
      </label>
    </div>
  );
}

interface DecisionBarProps {
  traveller: Traveller;
  grant: Grant;
  onGrant: (grant: Grant) => void;
  onAct: (act: 'admit' | 'refer' | 'refuse' | 'next') => void;
  onAsylum: () => void;
}

/** Always on the screen, whoever is in front of the officer and whatever was begun. */
function AsylumButton({ onPress }: { onPress: () => void }) {
  const t = useText();
  return (
    <Button size="large" keys={keysOf('asylum')} onPress={onPress}>
      {t('act.asylum')}
    </Button>
  );
}

/** What can be done while nobody is open. */
export function IdleBar({ onFind, onAsylum }: { onFind: () => void; onAsylum: () => void }) {
  const t = useText();
  return (
    <footer className="bar" data-pane="decision" tabIndex={-1} aria-label={t('decision.title')}>
      <AsylumButton onPress={onAsylum} />
      <Button size="large" keys={keysOf('find')} onPress={onFind}>
        {t('act.find')}
      </Button>
    </footer>
  );
}

const kWhyId = 'why-closed';

export function DecisionBar({ traveller, grant, onGrant, onAct, onAsylum }: DecisionBarProps) {
  const t = useText();
  const closed = closedOf(traveller);
  const why = closed.admit ?? closed.refuse;
  const by = (word: string | undefined) => (word === undefined ? undefined : kWhyId);
  const { inspection } = traveller;
  return (
    <footer className="bar" data-pane="decision" tabIndex={-1} aria-label={t('decision.title')}>
      <div className="bar-acts">
        <Button size="large" kind="primary" keys={keysOf('admit')} closedBy={by(closed.admit)} onPress={() => onAct('admit')}>
          {t('act.admit')}
        </Button>
        <Button size="large" keys={keysOf('refer')} closedBy={by(closed.refer)} onPress={() => onAct('refer')}>
          {t('act.refer')}
        </Button>
        <Button size="large" kind="danger" keys={keysOf('refuse')} closedBy={by(closed.refuse)} onPress={() => onAct('refuse')}>
          {t('act.refuse')}
        </Button>
      </div>
      <p className="why quiet" id={kWhyId}>
        {why === undefined ? '' : textOf('closed', why)}
      </p>
      {inspection && grantsDays(inspection) && <GrantFields inspection={inspection} grant={grant} onGrant={onGrant} />}
      <AsylumButton onPress={onAsylum} />
      <Button size="large" keys={keysOf('next')} onPress={() => onAct('next')}>
        {t('act.next')}
      </Button>
    </footer>
  );
}
