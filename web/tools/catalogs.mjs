// Compiles src/i18n/*.json (ICU messages) to modules under src/i18n/compiled and writes the type of their ids and
// arguments. Fails on a missing or surplus id, differing arguments, a missing plural form, a message that does not parse.
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
};

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
    if (!(id in reference)) problems.push(`${language}: ${id}: is not in ${kReference}.json`);
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

/** Reads, checks and writes all catalogues; throws with every problem in one message. */
export function compileAll() {
  const languages = readdirSync(home).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5));
  const texts = Object.fromEntries(languages.map((l) => [l, JSON.parse(readFileSync(join(home, `${l}.json`), 'utf8'))]));
  const problems = [];
  const reference = compileCatalog(kReference, texts[kReference], null, problems);
  const out = join(home, 'compiled');
  mkdirSync(out, { recursive: true });
  for (const language of languages) {
    const compiled = language === kReference ? reference : compileCatalog(language, texts[language], reference, problems);
    writeIfChanged(join(out, `${language}.js`), `export default JSON.parse(${JSON.stringify(JSON.stringify(compiled))});\n`);
    writeIfChanged(join(out, `${language}.d.ts`), `declare const messages: Record<string, string>;\nexport default messages;\n`);
  }
  const ids = Object.entries(reference).map(([id, message]) => `  ${JSON.stringify(id)}: ${typeOf(message)};`);
  writeIfChanged(join(out, 'ids.d.ts'), `export interface Messages {\n${ids.join('\n')}\n}\n`);
  if (problems.length) throw new Error(`catalogues:\n${problems.join('\n')}`);
  return { languages, count: ids.length };
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
