// Four stages of a match. A score is never a verdict; the stage says what to do.
import type { Hit } from '../../api/types';

export type StageWord = 'weak' | 'possible' | 'strong' | 'confirmed';

const kWords: Record<number, StageWord> = { 1: 'weak', 2: 'possible', 3: 'strong', 4: 'confirmed' };

export const stageWord = (stage: number): StageWord => kWords[stage] ?? 'possible';

/** Stage 1 is a note and blocks nothing; from stage 2 the officer compares. */
export const mustCompare = (hit: Hit) => hit.stage >= 2;

/** With the document number of the record there is nothing left to compare: the second line decides. */
export const mayDeny = (hit: Hit) => hit.stage < 4;

/** From stage 3 to refer is the first button. */
export const referFirst = (hit: Hit) => hit.stage >= 3;

export const hitsToCompare = (hits: readonly Hit[]) => sortHits(hits).filter((hit) => mustCompare(hit) && !hit.comparison);

/** Worst first; the order does not change when one is compared, so that places stay. */
export const sortHits = (hits: readonly Hit[]) => [...hits].sort((a, b) => b.stage - a.stage || b.percent - a.percent);
