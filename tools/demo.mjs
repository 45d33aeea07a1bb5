#!/usr/bin/env node
// make run: makes a demo post with the real lists, inspects four travellers through the API, prints their verdicts with
// timings, then serves the officer application on loopback until interrupted.
//
// usage: demo.mjs --binary PATH --data FOLDER --web FOLDER [--port N] [--once]
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { parseArgs } from 'node:util';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { values: options } = parseArgs({
  options: {
    binary: { type: 'string' },
    data: { type: 'string', default: 'var/demo' },
    web: { type: 'string', default: 'web/dist' },
    port: { type: 'string', default: '8480' },
    once: { type: 'boolean', default: false },
  },
});
const demoData = path.join(root, 'data', 'demo');

function cardea(...words) {
  const done = spawnSync(options.binary, words, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (done.status !== 0) {
    throw new Error(`cardea ${words.slice(0, 2).join(' ')} failed (${done.status}): ${done.stderr}`);
  }
  return done.stdout;
}

/** Check digit of ICAO 9303-3, 4.9. */
function checkDigit(text) {
  const value = (c) => (c === '<' ? 0 : c >= 'A' ? c.charCodeAt(0) - 55 : Number(c));
  return String([...text].reduce((sum, c, i) => sum + value(c) * [7, 3, 1][i % 3], 0) % 10);
}

/** A TD3 zone with all its digits right. */
function passport({ issuer, surname, given, number, birth, sex, expiry }) {
  const fill = (text, length) => text.padEnd(length, '<').slice(0, length);
  const first = fill(`P<${issuer}${surname}<<${given}`.replaceAll(' ', '<'), 44);
  const numbered = fill(number, 9) + checkDigit(fill(number, 9));
  const dates = [birth + checkDigit(birth), expiry + checkDigit(expiry)];
  const personal = fill('', 14) + '0';
  const composite = checkDigit(numbered + dates[0] + dates[1] + personal);
  return [first, numbered + issuer + dates[0] + sex + dates[1] + personal + composite];
}

const yymmdd = (date) => date.toISOString().slice(2, 10).replaceAll('-', '');
const inYears = (years) => yymmdd(new Date(Date.now() + years * 365.25 * 86400e3));

/** The travellers of the demo; all are invented, the second bears a listed person's name in another spelling. */
function travellers() {
  const clear = passport({ issuer: 'SWE', surname: 'ERIKSSON', given: 'ANNA MARIA', number: 'L898902C3',
                           birth: '740812', sex: 'F', expiry: inYears(6) });
  const listed = passport({ issuer: 'EGY', surname: 'EL ZAWAHIRI', given: 'AYMEN MUHAMMAD RABI', number: 'K4471120',
                            birth: '510619', sex: 'M', expiry: inYears(4) });
  const slipped = passport({ issuer: 'IRL', surname: 'HALLORAN', given: 'PETER', number: 'M7730915',
                             birth: '880229', sex: 'M', expiry: inYears(3) });
  slipped[1] = slipped[1].slice(0, 9) + String((Number(slipped[1][9]) + 1) % 10) + slipped[1].slice(10);
  const stayer = passport({ issuer: 'NGA', surname: 'OKAFOR', given: 'CHIDI', number: 'B1029384', birth: '900105', sex: 'M',
                            expiry: inYears(5) });
  return [
    { what: 'a clear traveller', lines: clear },
    { what: 'a listed person in another spelling', lines: listed },
    { what: 'a wrong check digit', lines: slipped },
    { what: 'a stay used up', lines: stayer, stayed: true },
  ];
}

class Client {
  constructor(base) {
    this.base = base;
    this.cookie = '';
    this.csrf = '';
  }

  async enrol({ enrolment_code: code, admin, officer }) {
    const { user_name, display_name, password } = admin;
    await this.call('POST', '/api/v1/enrolment', { code, user_name, display_name, password });
    await this.signIn(admin);
    await this.call('POST', '/api/v1/officers', officer);
    await this.signIn(officer);
  }

  async signIn({ user_name, password }) {
    this.cookie = this.csrf = '';
    const { value } = await this.call('POST', '/api/v1/session', { user_name, password });
    this.csrf = value.csrf_token;
  }

  async call(method, place, body, etag) {
    const headers = { 'content-type': 'application/json' };
    if (etag) headers['if-match'] = etag;
    if (this.cookie) headers.cookie = this.cookie;
    if (this.csrf) headers['x-csrf'] = this.csrf;
    if (method === 'POST') headers['idempotency-key'] = randomUUID();
    const started = performance.now();
    const answer = await fetch(this.base + place, { method, headers, body: body && JSON.stringify(body) });
    const cookie = answer.headers.getSetCookie?.()[0];
    if (cookie) this.cookie = cookie.split(';')[0];
    const text = await answer.text();
    const value = text ? JSON.parse(text) : {};
    if (!answer.ok) throw new Error(`${method} ${place}: ${answer.status} ${value.code ?? text}`);
    return { value, etag: answer.headers.get('etag'), ms: performance.now() - started };
  }
}

/** Starts a server; with `daysAgo` its clock is set back (libfaketime), so that history is made the honest way. */
async function startServer(daysAgo = 0) {
  const words = ['serve', '--data', options.data, '--port', daysAgo ? '0' : options.port, '--web-root', options.web,
                 '--log-level', 'error'];
  const earlier = { LD_PRELOAD: '/usr/$LIB/faketime/libfaketimeMT.so.1', FAKETIME: `-${daysAgo}d`,
                    FAKETIME_DONT_FAKE_MONOTONIC: '1' };
  const server = spawn(options.binary, words, { stdio: ['ignore', 'pipe', 'inherit'],
                                                env: { ...process.env, ...(daysAgo ? earlier : {}) } });
  const address = await new Promise((resolve, reject) => {
    let seen = '';
    server.stdout.on('data', (bytes) => {
      seen += bytes;
      const found = seen.match(/"listening":"([^"]+)"/);
      if (found) resolve(found[1]);
    });
    server.once('exit', (code) => reject(new Error(`the server ended with code ${code}`)));
  });
  return { server, address };
}

function stopServer(server) {
  return new Promise((resolve) => {
    server.removeAllListeners('exit');
    server.once('exit', resolve);
    server.kill('SIGTERM');
  });
}

/** Runs `work` with a client signed in as the demo's officer against a server of that day. */
async function onDay(daysAgo, people, work) {
  const { server, address } = await startServer(daysAgo);
  try {
    const client = new Client(address);
    if (people.enrolment_code) {
      await client.enrol(people);
    } else {
      await client.signIn(people.officer);
    }
    await work(client);
  } finally {
    await stopServer(server);
  }
}

async function admit(client, lines, direction) {
  const { value, etag } = await client.call('POST', '/api/v1/inspections', { mrz: lines.join('\n'), direction, lane: '1' });
  // No list is loaded yet: the admission records that they were searched elsewhere.
  await client.call('POST', `/api/v1/inspections/${value.id}/decision`,
                    { outcome: 'admit', reasons: ['lists_searched_elsewhere', 'document_examined'] }, etag);
}

function importLists() {
  const lists = [['sdn.csv', 'alt.csv', 'add.csv', 'sdn_comments.csv'].map((name) => path.join(demoData, 'ofac', name)),
                 [path.join(demoData, 'un', 'un_consolidated.xml')]];
  for (const files of lists) {
    const report = JSON.parse(cardea('lists', 'import', '--data', options.data, '--json', ...files));
    console.log(`  list ${report.source}: ${report.added} alerts, ${report.quarantined} rows in quarantine`);
  }
}

function printRow(what, inspection, ms) {
  const { assessment, hits, checks } = inspection;
  const notable = checks.filter((check) => ['hit', 'review', 'unavailable'].includes(check.state))
    .map((check) => `${check.name}: ${check.reason || check.state}`);
  const match = hits[0] ? `; may be ${hits[0].matched_name} (${hits[0].source} ${hits[0].source_id}, ${hits[0].percent} %)` : '';
  console.log(`  ${what.padEnd(37)} ${assessment.verdict.padEnd(13)} ${ms.toFixed(1).padStart(6)} ms  ${notable.join(', ')}${match}`);
}

async function inspectAll(client) {
  for (const { what, lines } of travellers()) {
    const { value, ms } = await client.call('POST', '/api/v1/inspections',
                                            { mrz: lines.join('\n'), direction: 'entry', lane: '1' });
    printRow(what, value, ms);
  }
}

/** A post with an administrator, an officer, a traveller who stayed 90 days until yesterday, and the real lists. */
async function makePost() {
  if (existsSync(options.data)) rmSync(options.data, { recursive: true });
  const { enrolment_code } = JSON.parse(cardea('init', '--data', options.data, '--post', 'North Gate', '--state', 'RTN',
                                               '--lanes', '1,2,3,4', '--json'));
  const admin = { user_name: 'admin', display_name: 'Demo Administrator', password: randomUUID() };
  const officer = { user_name: 'officer', display_name: 'Demo Officer', password: randomUUID(),
                    roles: ['officer', 'watchlist_owner'] };
  const stayer = travellers().find((traveller) => traveller.stayed).lines;
  await onDay(90, { enrolment_code, admin, officer }, (client) => admit(client, stayer, 'entry'));
  await onDay(1, { officer }, (client) => admit(client, stayer, 'exit'));
  return { admin, officer };
}

async function main() {
  console.log('Cardea demo post: setting up');
  const people = await makePost();
  importLists();
  const { server, address } = await startServer();
  const client = new Client(address);
  await client.signIn(people.officer);
  console.log('\nFour travellers, inspected through the API:');
  await inspectAll(client);
  console.log(`\nOfficer application: ${address}/`);
  for (const { user_name, password } of [people.officer, people.admin]) {
    console.log(`  ${user_name.padEnd(8)} ${password}`);
  }
  if (options.once) return stopServer(server);
  console.log('Serving until interrupted (Ctrl C).');
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => stopServer(server).then(() => process.exit(0)));
  }
  server.once('exit', (code) => process.exit(code ?? 1));
  return undefined;
}

await main();
