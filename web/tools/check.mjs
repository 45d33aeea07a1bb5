// Everything about the sources that a machine can say without running them. Prints what is wrong and exits 1.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileAll } from './catalogs.mjs';

const home = join(dirname(fileURLToPath(import.meta.url)), '..');
const source = join(home, 'src');

export const filesUnder = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });

const kCssBans = [
  [/(^|[\s;{])(left|right)\s*:/, 'use inset-inline-start or -end'],
  [/(margin|padding|border)-(left|right|top|bottom)\b/, 'use the logical property'],
  [/text-align\s*:\s*(left|right)/, 'use start or end'],
  [/(oklch|oklab|rgb|hsl|lab|lch|color-mix)\(/, 'colours are hex, in tokens.css'],
  [/(^|[\s;{])(width|height|min-width|min-height|max-height)\s*:/, 'use inline-size and block-size'],
];

/** Physical directions and foreign colours in one style sheet, as `name:line: text`. */
export function cssProblems(name, text) {
  const problems = [];
  text.split('\n').forEach((line, at) => {
    for (const [pattern, advice] of kCssBans) if (pattern.test(line)) problems.push(`${name}:${at + 1}: ${line.trim()} (${advice})`);
    if (/#[0-9a-f]{3,8}\b/i.test(line) && !/tokens\.css$/.test(name))
      problems.push(`${name}:${at + 1}: ${line.trim()} (colours live in tokens.css)`);
  });
  return problems;
}

const kMayImport = {
  lib: ['lib', 'i18n'],
  ui: ['ui', 'lib'],
  api: ['api', 'lib'],
  features: ['ui', 'api', 'lib'],
};

/** Imports that cross a fence: a feature knows ui, api and lib and no other feature; only src/api calls fetch. */
export function fenceProblems(name, text) {
  const problems = [];
  const [room, feature] = name.split('/');
  const allowed = kMayImport[room];
  if (/\bfetch\(/.test(text.replace(/fetch\(request\)/g, '')) && room !== 'api') problems.push(`${name}: only src/api calls fetch`);
  if (!allowed) return problems;
  for (const [, target] of text.matchAll(/(?:from|import) '(\.[^']*)'/g)) {
    const [to, inner] = join(dirname(name), target).split('/');
    const own = room === 'features' && to === 'features' && inner === feature;
    if (!own && !allowed.includes(to)) problems.push(`${name}: may not import ${target}`);
  }
  return problems;
}

/** Texts that never went through the catalogues: letters between tags. */
export function textProblems(name, text) {
  const found = [...text.matchAll(/>\s*([A-Z][a-z]+(?: [a-z]+)+[.!?]?)\s*</g)];
  return found.map(([, words]) => `${name}: "${words}" is not in the catalogues`);
}

function sourceProblems() {
  return filesUnder(source).flatMap((path) => {
    const name = relative(source, path);
    if (name.startsWith('i18n/compiled') || name.endsWith('schema.d.ts')) return [];
    const text = readFileSync(path, 'utf8');
    if (name.endsWith('.css')) return cssProblems(name, text);
    if (/\.test\.tsx?$/.test(name)) return [];
    return /\.tsx?$/.test(name) ? [...fenceProblems(name, text), ...textProblems(name, text)] : [];
  });
}

/** The client's types are those of the contract, generated afresh. */
function schemaProblems() {
  const contract = join(home, '..', 'api', 'openapi.yaml');
  if (!existsSync(contract)) return ['api/openapi.yaml is missing'];
  const folder = mkdtempSync(join(tmpdir(), 'schema-'));
  try {
    const fresh = join(folder, 'schema.d.ts');
    run(['node_modules/.bin/openapi-typescript', contract, '-o', fresh]);
    const same = readFileSync(fresh, 'utf8') === readFileSync(join(source, 'api', 'schema.d.ts'), 'utf8');
    return same ? [] : ['src/api/schema.d.ts is not what api/openapi.yaml says: npm run schema'];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The lock file names packages and hashes, and no host they were fetched from. */
function lockProblems() {
  const lock = readFileSync(join(home, 'package-lock.json'), 'utf8');
  const foreign = [...lock.matchAll(/"resolved": "(https?:\/\/[^/"]+)/g)].filter(([, host]) => host !== 'https://registry.npmjs.org');
  return foreign.length ? ['package-lock.json names another host than registry.npmjs.org'] : [];
}

function run([file, ...args]) {
  execFileSync(process.execPath, [join(home, file), ...args], { cwd: home, stdio: ['ignore', 'pipe', 'pipe'] });
}

function attempt(label, act) {
  try {
    const problems = act() ?? [];
    problems.forEach((problem) => console.error(problem));
    console.log(`${problems.length ? 'red  ' : 'green'} ${label}`);
    return problems.length === 0;
  } catch (error) {
    console.error(`${error.stdout ?? ''}${error.stderr ?? ''}` || error.message);
    console.log(`red   ${label}`);
    return false;
  }
}

function main() {
  const results = [
    attempt('catalogues', () => void compileAll()),
    attempt('types', () => run(['node_modules/ts7/bin/tsc', '-p', '.'])),
    attempt('lint', () => run(['node_modules/oxlint/bin/oxlint', '--deny-warnings', 'src', 'e2e', 'tools'])),
    attempt('fences, styles, texts', sourceProblems),
    attempt('client types', schemaProblems),
    attempt('lock file', lockProblems),
  ];
  process.exit(results.every(Boolean) ? 0 : 1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
