// Compiles src/i18n/*.json and src/i18n/<feature>/*.json (ICU messages), merged by language, to modules under
// src/i18n/compiled and writes the type of their ids and arguments. Fails on a missing file, an id in two files, a missing or
// surplus id, differing arguments, a missing plural form, a message that does not parse.
import { mkdirSync, readdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileMessage } from '@lingui/message-utils/compileMessage';

const home = join(dirname(fileURLToPath(import.meta.url)), '..', 'src', 'i18n');
export const kReference = 'en';

/** Plural forms that a language must spell out; `other` is always among them. */
export const kPluralForms = {
  en: ['one', 'other'],
  fr: ['one', 'many', 'other'],
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
  es: ['one', 'many', 'other'],
  pt: ['one', 'many', 'other'],
};
export const kLanguages = Object.keys(kPluralForms);

/** Walks compiled tokens: strings, [name], [name, 'plural', {forms}], [name, 'number', style]. */
function walk(tokens, visit) {
  if (!Array.isArray(tokens)) return;
  for (const token of tokens) {
    if (!Array.isArray(token)) continue;
    const [name, kind, detail] = token;
    visit(name, kind, detail);
    if (detail && typeof detail === 'object') {
      for (const [form, inner] of Object.entries(detail)) {
        if (form !== 'offset') walk(inner, visit);
      }
    }
  }
}

/** The arguments of a message as `name:number` or `name:text`, sorted. */
export function argumentsOf(compiled) {
  const found = new Map();
  walk(compiled, (name, kind) => {
    if (name === '#') return;
    const type = kind === 'plural' || kind === 'selectordinal' || kind === 'number' ? 'number' : 'text';
    if (found.get(name) !== 'number') found.set(name, type);
  });
  return [...found].map(([name, type]) => `${name}:${type}`).sort();
}

/** Plural forms a message leaves out in `language`. */
export function missingForms(compiled, language) {
  const missing = new Set();
  walk(compiled, (_, kind, detail) => {
    if (kind !== 'plural') return;
    for (const form of kPluralForms[language] ?? ['other']) if (!(form in detail)) missing.add(form);
  });
  return [...missing];
}

/** Compiles one language's texts; problems go to `problems` as lines. */
export function compileCatalog(language, texts, reference, problems) {
  const compiled = {};
  for (const [id, text] of Object.entries(texts)) {
    const tokens = compileMessage(text);
    // The compiler answers with the text itself when it cannot read it.
    if (tokens.length === 1 && tokens[0] === text && text.includes('{')) {
      problems.push(`${language}: ${id}: does not parse`);
      continue;
    }
    compiled[id] = tokens;
    for (const form of missingForms(compiled[id], language)) problems.push(`${language}: ${id}: plural form '${form}' is missing`);
  }
  for (const id of Object.keys(reference ?? {})) {
    if (!(id in texts)) problems.push(`${language}: ${id}: is missing`);
  }
  for (const id of Object.keys(texts)) {
    if (!reference) continue;
    if (!(id in reference)) problems.push(`${language}: ${id}: is not among the texts of ${kReference}`);
    else if (id in compiled && argumentsOf(compiled[id]).join() !== argumentsOf(reference[id]).join())
      problems.push(`${language}: ${id}: arguments differ: ${argumentsOf(compiled[id])} instead of ${argumentsOf(reference[id])}`);
  }
  return compiled;
}

function typeOf(compiled) {
  const members = argumentsOf(compiled).map((argument) => {
    const [name, type] = argument.split(':');
    return `${name}: ${type === 'number' ? 'number' : 'string | number'}`;
  });
  return members.length ? `{ ${members.join('; ')} }` : 'null';
}

function writeIfChanged(path, text) {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  writeFileSync(path, text);
}

function stopAt(problems) {
  if (problems.length) throw new Error(`catalogues:\n${problems.join('\n')}`);
}

/** One language's texts out of the large file and those of the features; an id stands in one file only. */
function readTexts(folder, features, language, problems) {
  const texts = {};
  const places = new Map();
  for (const name of ['', ...features].map((feature) => join(feature, `${language}.json`))) {
    const path = join(folder, name);
    if (!existsSync(path)) {
      problems.push(`${name}: is missing`);
      continue;
    }
    for (const [id, text] of Object.entries(JSON.parse(readFileSync(path, 'utf8')))) {
      if (places.has(id)) problems.push(`${name}: ${id}: is in ${places.get(id)} too`);
      places.set(id, name);
      texts[id] = text;
    }
  }
  return texts;
}

/** The texts of all languages in `folder`; throws when a file is missing, belongs to no language or repeats an id. */
export function readCatalogs(folder) {
  const problems = [];
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.name !== 'compiled');
  const features = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  for (const feature of ['', ...features]) {
    for (const name of readdirSync(join(folder, feature)).filter((name) => name.endsWith('.json'))) {
      if (!kLanguages.includes(name.slice(0, -5))) problems.push(`${join(feature, name)}: is no language of the application`);
    }
  }
  const texts = Object.fromEntries(kLanguages.map((language) => [language, readTexts(folder, features, language, problems)]));
  stopAt(problems);
  return texts;
}

/** Reads, checks and writes all catalogues; throws with every problem in one message. */
export function compileAll() {
  const texts = readCatalogs(home);
  const problems = [];
  const reference = compileCatalog(kReference, texts[kReference], null, problems);
  const out = join(home, 'compiled');
  mkdirSync(out, { recursive: true });
  for (const language of kLanguages) {
    const compiled = language === kReference ? reference : compileCatalog(language, texts[language], reference, problems);
    writeIfChanged(join(out, `${language}.js`), `export default JSON.parse(${JSON.stringify(JSON.stringify(compiled))});\n`);
    writeIfChanged(join(out, `${language}.d.ts`), `declare const messages: Record<string, string>;\nexport default messages;\n`);
  }
  const ids = Object.entries(reference).map(([id, message]) => `  ${JSON.stringify(id)}: ${typeOf(message)};`);
  writeIfChanged(join(out, 'ids.d.ts'), `export interface Messages {\n${ids.join('\n')}\n}\n`);
  stopAt(problems);
  return { languages: kLanguages, count: ids.length };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { languages, count } = compileAll();
    console.log(`catalogues: ${count} texts in ${languages.join(', ')}`);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
