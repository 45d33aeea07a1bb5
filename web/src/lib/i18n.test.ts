import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatBirth, formatDate, formatPercent, findAge, todayIn } from './format';
import { findCountryName } from './countries';
import { activateLanguage, findText, t, textOf } from './i18n';
import { kLanguages } from './preferences';

const kRoot = join(import.meta.dirname, '..', '..', '..');
const kPages = ['## The request', '## JSON', '## The store', '## Start', '## The command line'];
/** Making a node and reading its rules: no officer's request leads there. */
const kBeforeServing = /^(node_(made|post|state)_|rule_|stay_ends_)/;

/** Codes an officer can meet: all of api/errors.md but those that only a wrong client or an operator sees. */
function codesOfficersMeet(): string[] {
  const sections = readFileSync(join(kRoot, 'api', 'errors.md'), 'utf8').split(/^(?=## )/m);
  return sections.filter((section) => section.startsWith('## ') && !kPages.some((head) => section.startsWith(head)))
    .flatMap((section) => [...section.matchAll(/^\| `([a-z0-9_]+)`/gm)].map((match) => match[1]!))
    .filter((code) => !kBeforeServing.test(code));
}

beforeAll(() => activateLanguage('en'));
afterAll(() => activateLanguage('en'));

describe('texts', () => {
  it('exist for each error code an officer can meet', () => {
    expect(codesOfficersMeet().length).toBeGreaterThan(40);
    expect(codesOfficersMeet().filter((code) => findText(`problem.${code}`) === undefined)).toEqual([]);
  });

  it('show a server word that has none as it is', () => expect(textOf('reason', 'brand_new')).toBe('brand_new'));

  it('choose the Arabic form by number', async () => {
    await activateLanguage('ar');
    expect([1, 2, 3, 11, 100].map((days) => t('stay.left', { days }))).toEqual([
      'بقي يوم واحد', 'بقي يومان', 'بقيت 3 أيام', 'بقي 11 يومًا', 'بقي 100 يوم',
    ]);
  });

  it.each([
    ['es', ['quedan 0 días', 'queda 1 día', 'quedan 2 días', 'quedan 1.000.000 de días']],
    ['pt', ['restam 0 dias', 'resta 1 dia', 'restam 2 dias', 'restam 1 000 000 de dias']],
  ] as const)('choose the form of %s by number', async (language, shown) => {
    await activateLanguage(language);
    expect([0, 1, 2, 1_000_000].map((days) => t('stay.left', { days }).replaceAll('\u00a0', ' '))).toEqual(shown);
    await activateLanguage('en');
  });
});

describe('languages', () => {
  it('are those that the page knows before its first paint', () => {
    const boot = readFileSync(join(kRoot, 'web', 'public', 'boot.js'), 'utf8');
    expect([.../known = \[(.*)\]/.exec(boot)![1]!.matchAll(/'(\w+)'/g)].map((match) => match[1])).toEqual(kLanguages);
  });
});

describe('formats', () => {
  it('write dates with Western digits in Arabic', async () => {
    await activateLanguage('ar');
    expect(formatDate('1974-08-12')).toMatch(/12.*1974/);
    await activateLanguage('en');
  });

  it.each([
    ['1974-08-12', '12 Aug 1974'], ['1974-08', 'Aug 1974'], ['1974-XX-XX', '1974'], ['1974', '1974'], ['about 1974', 'about 1974'],
    ['1974 to 1976', '1974 to 1976'], ['XXXX-08', 'XXXX-08'],
  ])('write the birth %s as %s', (text, shown) => expect(formatBirth(text)).toBe(shown));

  it('put the percent sign where the language wants it', () => expect(formatPercent(86)).toBe('86%'));

  it('count years of age to the day', () => {
    expect([findAge('1974-11-24', '2026-11-24'), findAge('1974-11-25', '2026-11-24'), findAge('1974-11', '2026-11-24')]).toEqual([52, 51, undefined]);
  });

  it('take the day from the clock of the post', () => {
    expect(todayIn('Asia/Tokyo', new Date('2026-11-24T20:00:00Z'))).toBe('2026-11-25');
  });

  it('name states by their code', () => {
    expect([findCountryName('KEN', 'en'), findCountryName('D', 'fr'), findCountryName('UTO', 'en')]).toEqual(['Kenya', 'Allemagne', undefined]);
    expect([findCountryName('KEN', 'es-ES'), findCountryName('KEN', 'pt-PT')]).toEqual(['Kenia', 'Quénia']);
  });
});
