// Every test runs under three guards: no request leaves the node, no policy violation, no console error.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect, type BrowserContext, type CDPSession, type Page } from '@playwright/test';
import { kPorts } from '../playwright.config';

export { expect };

type Kind = keyof typeof kPorts;

interface Known {
  enrolment_code: string;
  officer: { user_name: string; password: string };
  data_officer: { user_name: string; password: string };
  other_data_officer: { user_name: string; password: string };
  auditor: { user_name: string; password: string };
  /** Only at `post`. */
  second_line: { user_name: string; password: string };
  shift_leader: { user_name: string; password: string };
  procedure_owner: { user_name: string; password: string };
  procedure_second: { user_name: string; password: string };
  other: { user_name: string; password: string };
  administrator: { user_name: string; password: string };
  second: { user_name: string; password: string };
}

export const known = (kind: Kind): Known => JSON.parse(readFileSync(join(import.meta.dirname, 'var', `${kind}.json`), 'utf8'));
export const addressOf = (kind: Kind) => `http://127.0.0.1:${kPorts[kind]}`;

/** What the page did that it must not do. */
class Guards {
  readonly seen: string[] = [];
  /** Statuses a test provokes on purpose; the browser itself writes each failed load to the console. */
  readonly expected: number[] = [];

  constructor(page: Page) {
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (protocol !== 'data:' && protocol !== 'blob:' && hostname !== '127.0.0.1') this.seen.push(`left the node: ${request.url()}`);
    });
    page.on('console', (message) => {
      const provoked = this.expected.some((status) => message.text().includes(`status of ${status}`));
      if (message.type() === 'error' && !provoked) this.seen.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.seen.push(`thrown: ${error.message}`));
  }
}

type Who = 'officer' | 'auditor' | 'second' | 'data_officer' | 'other_data_officer' | 'shift_leader';

const sessions = new Map<string, { name: string; value: string }>();

/** Signs in over the API, once for all tests; the sign-in page has tests of its own. */
async function cookieOf(context: BrowserContext, kind: Kind, who: Who): Promise<{ name: string; value: string }> {
  const kept = sessions.get(`${kind} ${who}`);
  if (kept) return kept;
  const { user_name, password } = known(kind)[who];
  const answer = await context.request.post(`${addressOf(kind)}/api/v1/session`, { data: { user_name, password } });
  expect(answer.status()).toBe(201);
  const [name = '', value = ''] = (answer.headers()['set-cookie'] ?? '').split(';')[0]!.split(/=(.*)/s);
  sessions.set(`${kind} ${who}`, { name, value });
  return { name, value };
}

export interface Look {
  language?: 'en' | 'fr' | 'ar' | 'es' | 'pt';
  theme?: 'light' | 'night';
  kind?: Kind;
  who?: Who;
  direction?: 'entry' | 'exit';
}

export async function settle(page: Page, look: Look): Promise<void> {
  const kept = { language: look.language ?? 'en', theme: look.theme ?? 'light', lane: '4', direction: look.direction ?? 'entry' };
  await page.addInitScript((text) => {
    if (!localStorage.getItem('cardea.preferences')) localStorage.setItem('cardea.preferences', text);
  }, JSON.stringify(kept));
}

/** Opens a page as an officer at lane 4. */
export async function openAs(page: Page, where: string, look: Look = {}): Promise<void> {
  const kind = look.kind ?? 'post';
  const cookie = await cookieOf(page.context(), kind, look.who ?? 'officer');
  await page.context().addCookies([{ ...cookie, url: addressOf(kind), httpOnly: true, sameSite: 'Strict' }]);
  await settle(page, look);
  await page.goto(addressOf(kind) + where);
  // The reader is heard from the moment the page stands.
  await page.locator('main h1').waitFor({ state: 'attached' });
}

export async function openAsStranger(page: Page, look: Look = {}): Promise<void> {
  await settle(page, look);
  await page.goto(addressOf(look.kind ?? 'post'));
}

type Layout = (character: string) => string;
const kFrench: Record<string, string> = { A: 'Q', Q: 'A', Z: 'W', W: 'Z', M: '?', '<': '?' };
const kLayouts: Record<'us' | 'french' | 'arabic', Layout> = {
  us: (character) => character,
  french: (character) => kFrench[character] ?? (/\d/.test(character) ? 'à&é"\'(-è_ç'.charAt(Number(character)) : character),
  arabic: (character) => (/\d/.test(character) ? '٠١٢٣٤٥٦٧٨٩'.charAt(Number(character)) : 'ش'),
};

function stroke(character: string, layout: Layout): { key: string; code: string; shift: boolean } {
  if (/[A-Z]/.test(character)) return { key: layout(character), code: `Key${character}`, shift: true };
  if (/\d/.test(character)) return { key: layout(character), code: `Digit${character}`, shift: false };
  return { key: layout(character), code: 'Comma', shift: true };
}

const clients = new WeakMap<Page, CDPSession>();

async function clientOf(page: Page): Promise<CDPSession> {
  const client = clients.get(page) ?? (await page.context().newCDPSession(page));
  clients.set(page, client);
  return client;
}

/** Types lines as a document reader does: scan codes of a US keyboard, seen through the layout of the PC. */
export async function swipe(page: Page, lines: readonly string[], layout: keyof typeof kLayouts = 'us'): Promise<void> {
  const client = await clientOf(page);
  const sent: Promise<unknown>[] = [];
  const press = (key: string, code: string, shift: boolean, text: string) => {
    const event = { key, code, modifiers: shift ? 8 : 0 };
    sent.push(client.send('Input.dispatchKeyEvent', { type: 'keyDown', text, ...event }));
    sent.push(client.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event }));
  };
  for (const line of lines) {
    for (const character of line) {
      const { key, code, shift } = stroke(character, kLayouts[layout]);
      press(key, code, shift, key);
    }
    press('Enter', 'Enter', false, '\r');
  }
  await Promise.all(sent);
}

export const verdict = (page: Page) => page.locator('.verdict');
export const check = (page: Page, name: string) => page.locator(`[data-check="${name}"]`);

/** Swipes and waits for the node's answer. */
export async function inspect(page: Page, lines: readonly string[]): Promise<void> {
  await swipe(page, lines);
  await expect(check(page, 'validity')).not.toHaveAttribute('data-state', 'pending');
}

export const test = base.extend<{ guards: Guards }>({
  guards: [
    async ({ page }, use) => {
      const guards = new Guards(page);
      await use(guards);
      expect(guards.seen).toEqual([]);
    },
    { auto: true },
  ],
});
