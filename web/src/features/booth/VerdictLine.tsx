import { textOf, useText } from '../../lib/i18n';
import { StateIcon } from '../../ui/StateIcon';
import type { Traveller } from './booth-state';
import { checksOf, findWhyClosed, tallyOf, verdictOf, type VerdictWord } from './verdict';
import { hitsToCompare, stageWord } from './stages';

function useSubline(word: VerdictWord, traveller: Traveller): string {
  const t = useText();
  const tally = tallyOf(checksOf(traveller));
  switch (word) {
    case 'compare': {
      const hits = hitsToCompare(traveller.inspection?.hits ?? []);
      return t('verdict.compare.sub', { count: hits.length, stage: textOf('stage', stageWord(hits[0]?.stage ?? 2)) });
    }
    case 'closed':
      return textOf('closed', findWhyClosed(traveller) ?? 'other');
    case 'nothing_found':
      return tally.notes > 0 ? t('verdict.nothing_found.notes', { count: tally.notes }) : t('verdict.nothing_found.sub');
    case 'checking':
    case 'no_answer':
    case 'confirmed':
    case 'review':
    case 'fallback':
      return t(`verdict.${word}.sub`);
  }
}

/** The worst of the checks, in words. Read out politely when it changes. */
export function VerdictLine({ traveller }: { traveller: Traveller }) {
  const t = useText();
  const { word, state } = verdictOf(traveller);
  const sub = useSubline(word, traveller);
  const { answered, notChecked } = tallyOf(checksOf(traveller));
  return (
    <section className="verdict" data-state={state} data-verdict={word} role="status">
      <StateIcon state={state} />
      <div className="verdict-words">
        <p className="verdict-head">{t(`verdict.${word}`)}</p>
        <p>{sub}</p>
      </div>
      <p className="verdict-tally quiet small">
        <span>{t('verdict.answered', { answered, all: 8 })}</span>
        {notChecked > 0 && <span>{t('verdict.not_checked', { count: notChecked })}</span>}
      </p>
    </section>
  );
}
