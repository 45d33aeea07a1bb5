import { beforeAll, describe, expect, it } from 'vitest';
import { activateLanguage } from '../../lib/i18n';
import { findLevelLine } from './level';

const until = '2026-08-12T14:30:00.000000Z';

beforeAll(() => activateLanguage('en'));

describe('the level in the bar', () => {
  it('says nothing at the normal level', () => {
    expect(findLevelLine({ level: 'normal' }, 'UTC')).toBeUndefined();
  });

  it('names a level that follows from the sources, which has no end', () => {
    expect(findLevelLine({ level: 'degraded' }, 'UTC')).toEqual({ state: 'review', words: ['Some source is slow or old'] });
  });

  it('says until when a stated level lasts, by the clock of the post', () => {
    const line = findLevelLine({ level: 'local_only', until }, 'Africa/Nairobi');
    expect(line?.state).toBe('unavailable');
    expect(line?.words.join(' ')).toMatch(/^Working from this post alone until .*17:30$/);
  });

  it('says that a drill runs, beside the level or alone', () => {
    const words = (level: 'normal' | 'paper') => findLevelLine({ level, drill: 'link cut' }, 'UTC')?.words;
    expect(words('paper')).toEqual(['On paper', 'Drill: link cut']);
    expect(words('normal')).toEqual(['Drill: link cut']);
  });
});
