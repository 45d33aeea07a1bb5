import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { argumentsOf, compileCatalog, kLanguages, kPluralForms, missingForms, readCatalogs } from './catalogs.mjs';
import { cssProblems, fenceProblems, textProblems } from './check.mjs';

const compile = (language, texts, reference) => {
  const problems = [];
  const compiled = compileCatalog(language, texts, reference, problems);
  return { compiled, problems };
};
const en = compile('en', { days: '{days, plural, one {# day of {name}} other {# days of {name}}}', ok: 'Fine' }).compiled;

describe('catalogue compiler', () => {
  it('knows arguments and their types', () => expect(argumentsOf(en.days)).toEqual(['days:number', 'name:text']));

  it('reports a missing text', () => {
    expect(compile('fr', { ok: 'Bien' }, en).problems).toEqual(['fr: days: is missing']);
  });

  it('reports a text nobody asked for', () => {
    expect(compile('fr', { ...{ ok: 'Bien', more: 'Plus' } }, { ok: en.ok }).problems).toEqual(['fr: more: is not among the texts of en']);
  });

  it('reports differing arguments', () => {
    expect(compile('fr', { ok: 'Bien {x}' }, { ok: en.ok }).problems[0]).toMatch(/arguments differ/);
  });

  it('wants all six plural forms in Arabic', () => {
    const { compiled } = compile('ar', { days: '{days, plural, one {يوم} other {أيام}}' });
    expect(missingForms(compiled.days, 'ar')).toEqual(['zero', 'two', 'few', 'many']);
  });

  it('wants the French form for millions', () => {
    expect(compile('fr', { days: '{n, plural, one {#} other {#}}' }).problems).toEqual(["fr: days: plural form 'many' is missing"]);
  });

  it.each(['es', 'pt'])('wants the form for millions in %s', (language) => {
    expect(compile(language, { days: '{n, plural, one {#} other {#}}' }).problems).toEqual([`${language}: days: plural form 'many' is missing`]);
  });

  it.each(kLanguages)('knows the plural forms of %s that the browser chooses from', (language) => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    expect([...kPluralForms[language]].sort()).toEqual([...forms].sort());
  });

  it('reports a text that does not parse', () => {
    expect(compile('en', { broken: '{days, plural, one {#' }).problems[0]).toMatch(/does not parse/);
  });
});

describe('files of texts', () => {
  let folder;
  const write = (name, texts) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), JSON.stringify(texts));
  };
  const writeAll = (feature, texts) => kLanguages.forEach((language) => write(join(feature, `${language}.json`), texts));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'texts-'));
    writeAll('', { 'top.keys': 'Keys' });
    write('compiled/ids.json', {});
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('of a feature are merged with the large ones', () => {
    writeAll('cases', { 'cases.title': 'Cases' });
    expect(readCatalogs(folder).pt).toEqual({ 'top.keys': 'Keys', 'cases.title': 'Cases' });
  });

  it('hold an id once', () => {
    writeAll('cases', { 'cases.title': 'Cases' });
    write('travel/es.json', { 'cases.title': 'Casos', 'top.keys': 'Teclas' });
    expect(() => readCatalogs(folder)).toThrow(/travel\/es.json: cases.title: is in cases\/es.json too\ntravel\/es.json: top.keys: is in es.json too/);
  });

  it('exist in each language', () => {
    writeAll('cases', {});
    rmSync(join(folder, 'cases', 'pt.json'));
    rmSync(join(folder, 'es.json'));
    expect(() => readCatalogs(folder)).toThrow(/^catalogues:\nes.json: is missing\ncases\/pt.json: is missing$/);
  });

  it('belong to a language', () => {
    write('de.json', {});
    expect(() => readCatalogs(folder)).toThrow(/de.json: is no language of the application/);
  });
});

describe('style check', () => {
  it.each(['margin-left: 4px;', 'text-align: left;', '  right: 0;', 'color: oklch(0.5 0 0);', 'color: #fff;', 'width: 4px;'])('refuses %s', (line) =>
    expect(cssProblems('a.css', line)).toHaveLength(1));

  it('accepts logical properties and tokens', () => {
    expect(cssProblems('a.css', 'margin-inline-start: 4px;\ntext-align: start;\ncolor: var(--text);')).toEqual([]);
  });
});

describe('fences', () => {
  it('keep features apart', () => {
    expect(fenceProblems('features/booth/A.tsx', "import { x } from '../lists/B';")).toHaveLength(1);
  });

  it('let a feature use ui, api and lib', () => {
    expect(fenceProblems('features/booth/A.tsx', "import { x } from '../../ui/B';\nimport y from './C';")).toEqual([]);
  });

  it('keep fetch in src/api', () => expect(fenceProblems('lib/a.ts', 'await fetch("/x")')).toHaveLength(1));

  it('find words that skipped the catalogues', () => expect(textProblems('A.tsx', '<p>Not translated</p>')).toHaveLength(1));
});
