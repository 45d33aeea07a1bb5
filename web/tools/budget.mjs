// Holds the sizes of the build (gzip, KB of 1024 bytes). A booth PC is old and the post's line may be thin.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { kLanguages } from './catalogs.mjs';

const dist = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist');
const kBudgets = { 'booth JavaScript': 130, CSS: 12, 'one language': 30, 'lazy chunk': 120, 'all files, packed': 2048 };

const packed = (path) => gzipSync(readFileSync(path), { level: 9 }).length / 1024;

const all = readdirSync(join(dist, 'assets')).map((name) => ({ name, path: join(dist, 'assets', name) }));
const html = readFileSync(join(dist, 'index.html'), 'utf8');
const kinds = { 'booth JavaScript': 0, CSS: 0, 'one language': 0, 'lazy chunk': 0, 'all files, packed': 0 };

for (const { name, path } of all.filter(({ name }) => !/\.(br|gz)$/.test(name))) {
  const size = name.endsWith('.woff2') ? statSync(path).size / 1024 : packed(path);
  kinds['all files, packed'] += size;
  if (name.endsWith('.css')) kinds.CSS += size;
  else if (!name.endsWith('.js')) continue;
  else if (html.includes(name)) kinds['booth JavaScript'] += size;
  else if (kLanguages.includes(name.split('-')[0])) kinds['one language'] = Math.max(kinds['one language'], size);
  else kinds['lazy chunk'] = Math.max(kinds['lazy chunk'], size);
}

let over = false;
for (const [kind, size] of Object.entries(kinds)) {
  const red = size > kBudgets[kind];
  over ||= red;
  console.log(`${red ? 'red  ' : 'green'} ${kind}: ${size.toFixed(1)} KB of ${kBudgets[kind]}`);
}
process.exit(over ? 1 : 0);
