import { describe, expect, it } from 'vitest';
import { argumentsOf, compileCatalog, missingForms } from './catalogs.mjs';
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
    expect(compile('fr', { ...{ ok: 'Bien', more: 'Plus' } }, { ok: en.ok }).problems).toEqual(['fr: more: is not in en.json']);
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

  it('reports a text that does not parse', () => {
    expect(compile('en', { broken: '{days, plural, one {#' }).problems[0]).toMatch(/does not parse/);
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
