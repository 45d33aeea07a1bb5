// Makes a node in e2e/var with fresh random passwords and serves the built application from it.
// usage: serve.mjs KIND PORT.  Kinds: `post` has officers, a list and travellers with a past; `bare` has an officer and no
// list; `first` waits for its first administrator.
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const home = path.dirname(fileURLToPath(import.meta.url));
const binary = process.env.CARDEA_BINARY ?? path.join(home, '..', '..', 'build', 'dev', 'apps', 'cardea', 'cardea');
const [kind = 'post', port = '8471'] = process.argv.slice(2);
const folder = path.join(home, 'var', kind);

/** Preloads the library of faketime itself: its wrapper would stand between us and the server's signals. */
function clockOf(daysAgo) {
  if (!daysAgo) return process.env;
  const asked = spawnSync('faketime', ['-m', '-f', '-1d', 'printenv', 'LD_PRELOAD'], { encoding: 'utf8' });
  if (asked.status !== 0) throw new Error('faketime is not installed');
  return { ...process.env, LD_PRELOAD: asked.stdout.trim(), FAKETIME: `-${daysAgo}d`, FAKETIME_DONT_FAKE_MONOTONIC: '1' };
}

/** The node of travellers with a past is older than their past. */
const kMadeDaysAgo = kind === 'post' ? 170 : 0;

function cardea(daysAgo, ...words) {
  const done = spawnSync(binary, words, { encoding: 'utf8', env: clockOf(daysAgo) });
  if (done.status !== 0) throw new Error(`cardea ${words.slice(0, 2).join(' ')}: ${done.stderr || done.error}`);
  return done.stdout;
}

/** Starts a server; with `daysAgo` under a clock set back, so that a past is made the honest way. */
async function serve(atPort, daysAgo = 0) {
  const words = ['serve', '--data', folder, '--port', String(atPort), '--web-root', path.join(home, '..', 'dist'), '--log-level', 'error'];
  const server = spawn(binary, words, { stdio: ['ignore', 'pipe', 'inherit'], env: clockOf(daysAgo) });
  const address = await new Promise((resolve, reject) => {
    let seen = '';
    server.stdout.on('data', (bytes) => {
      seen += bytes;
      const [, found] = /"listening":"([^"]+)"/.exec(seen) ?? [];
      if (found) resolve(found);
    });
    server.once('exit', (code) => reject(new Error(`the server ended with code ${code}`)));
  });
  return { server, address };
}

const ended = (server) => new Promise((resolve) => server.once('exit', resolve));

async function post(address, where, body, session) {
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() };
  if (session) Object.assign(headers, { Cookie: session.cookie, 'X-CSRF': session.csrf, ...session.more });
  const answer = await fetch(address + where, { method: 'POST', headers, body: JSON.stringify(body) });
  const value = await answer.json();
  if (!answer.ok) throw new Error(`${where}: ${answer.status} ${value.code}`);
  return { value, etag: answer.headers.get('ETag'), cookie: answer.headers.getSetCookie()[0]?.split(';')[0] };
}

async function admit(address, session, lines, direction) {
  const opened = await post(address, '/api/v1/inspections', { mrz: lines.join('\n'), direction, lane: '1' }, session);
  // No list is loaded in the past: the admission records how they were searched.
  const reasons = ['lists_searched_elsewhere', 'document_examined'];
  const where = `/api/v1/inspections/${opened.value.id}/decision`;
  await post(address, where, { outcome: 'admit', reasons }, { ...session, more: { 'If-Match': opened.etag } });
}

const kListed = ['P<KENERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36KEN7408122F3204153<<<<<<<<<<<<<<04'];
const kStayer = ['P<KENOKAFOR<<CHIDI<<<<<<<<<<<<<<<<<<<<<<<<<<', 'B1029384<5KEN9001056M3204153<<<<<<<<<<<<<<02'];
/** Entered long ago; no exit is on record. */
const kOverstayer = ['P<KENMWANGI<<PETER<<<<<<<<<<<<<<<<<<<<<<<<<<', 'C5550001<2KEN8503046M3204153<<<<<<<<<<<<<<06'];
const kPast = [
  [165, kListed, 'entry'],
  [155, kListed, 'exit'],
  [140, kOverstayer, 'entry'],
  [118, kListed, 'entry'],
  [101, kListed, 'exit'],
  [90, kStayer, 'entry'],
  [60, kListed, 'entry'],
  [35, kListed, 'exit'],
  [1, kStayer, 'exit'],
];

async function makePast(officer) {
  for (const [daysAgo, lines, direction] of kPast) {
    const { server, address } = await serve(0, daysAgo);
    const { value, cookie } = await post(address, '/api/v1/session', { user_name: officer.user_name, password: officer.password });
    await admit(address, { cookie, csrf: value.csrf_token }, lines, direction);
    const gone = ended(server);
    server.kill('SIGTERM');
    await gone;
  }
}

function addOfficer(name, shown, ...roles) {
  const words = ['user', 'add', name, '--data', folder, '--display-name', shown, '--json'];
  return JSON.parse(cardea(kMadeDaysAgo, ...words, ...roles.flatMap((role) => ['--role', role])));
}

async function makeNode() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.dirname(folder), { recursive: true });
  const words = ['init', '--data', folder, '--post', 'North Gate', '--state', 'RTN', '--time-zone', 'UTC', '--lanes', '1,2,3,4', '--json'];
  const known = { enrolment_code: JSON.parse(cardea(kMadeDaysAgo, ...words)).enrolment_code };
  if (kind !== 'first') {
    known.officer = addOfficer('m.diallo', 'M. Diallo', 'officer', 'watchlist_owner');
    known.data_officer = addOfficer('d.sato', 'D. Sato', 'data_officer');
    known.other_data_officer = addOfficer('d.roux', 'D. Roux', 'data_officer');
    known.auditor = addOfficer('a.nadir', 'A. Nadir', 'auditor');
    known.other = addOfficer('k.other', 'K. Other', 'officer');
    known.administrator = addOfficer('a.first', 'A. First', 'administrator');
    known.second = addOfficer('s.haile', 'S. Haile', 'second_line');
  }
  if (kind === 'post') {
    known.second_line = addOfficer('s.berta', 'S. Berta', 'second_line');
    known.shift_leader = addOfficer('l.dora', 'L. Dora', 'shift_leader');
    known.procedure_owner = addOfficer('p.lind', 'P. Lind', 'procedure_owner');
    known.procedure_second = addOfficer('p.roux', 'P. Roux', 'procedure_owner');
    await makePast(known.officer);
    cardea(0, 'lists', 'import', path.join(home, 'own_list.csv'), '--data', folder);
  }
  writeFileSync(path.join(home, 'var', `${kind}.json`), JSON.stringify(known));
}

await makeNode();
const { server } = await serve(port);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.kill('SIGTERM'));
process.exit((await ended(server)) ?? 0);
