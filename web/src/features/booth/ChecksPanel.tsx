import { formatTook } from '../../lib/format';
import { textOf, useText } from '../../lib/i18n';
import { Panel } from '../../ui/Panel';
import { StateIcon, type State } from '../../ui/StateIcon';
import type { Traveller } from './booth-state';
import { WhyNot } from './NotesPanel';
import { checksOf, isRecordCheck, type ShownCheck } from './verdict';

/** A rule that stands against someone is not a "possible match". */
function useStateWord(): (check: ShownCheck) => string {
  const t = useText();
  return (check) => {
    if (check.state !== 'hit') return t(`state.${check.state satisfies State}`);
    return isRecordCheck(check.name) ? t('state.hit') : t('state.against');
  };
}

/** Eight checks in fixed places; only their state changes. */
export function ChecksPanel({ traveller }: { traveller: Traveller }) {
  const t = useText();
  const stateWord = useStateWord();
  return (
    <Panel title={t('checks.title')} pane="checks">
      <ul className="checks">
        {checksOf(traveller).map((check) => (
          <li key={check.name} data-check={check.name} data-state={check.state}>
            <StateIcon state={check.state} />
            <span className="check-name">{textOf('check', check.name)}</span>
            <span className="state-text" data-state={check.state}>
              {stateWord(check)}
            </span>
            <span className="check-time quiet">
              {check.tookUs === undefined || check.state === 'not_checked' ? '' : formatTook(check.tookUs)}
            </span>
          </li>
        ))}
      </ul>
      <WhyNot traveller={traveller} />
    </Panel>
  );
}
