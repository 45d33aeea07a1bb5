import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { violations } from './axe';
import { addressOf, expect, known, settle, test } from './fixtures';
import { stranger } from './travellers';

const kPost = addressOf('post');

interface Desk {
  context: BrowserContext;
  page: Page;
  csrf: string;
}

/** One officer at a browser of their own. */
async function sit(browser: Browser, who: 'officer' | 'second_line' | 'shift_leader'): Promise<Desk> {
  const context = await browser.newContext();
  const { user_name, password } = known('post')[who];
  const answer = await context.request.post(`${kPost}/api/v1/session`, { data: { user_name, password } });
  expect(answer.status()).toBe(201);
  const page = await context.newPage();
  await settle(page, {});
  return { context, page, csrf: ((await answer.json()) as { csrf_token: string }).csrf_token };
}

/** The first line refers somebody the node has never seen. */
async function refer(booth: Desk, surname: string, reason: string): Promise<void> {
  const headers = () => ({ 'X-CSRF': booth.csrf, 'Idempotency-Key': randomUUID() });
  const mrz = stranger(surname).join('\n');
  const opened = await booth.context.request.post(`${kPost}/api/v1/inspections`, {
    headers: headers(), data: { mrz, direction: 'entry', lane: '4' },
  });
  expect(opened.status()).toBe(201);
  const { id } = (await opened.json()) as { id: string };
  const decided = await booth.context.request.post(`${kPost}/api/v1/inspections/${id}/decision`, {
    headers: { ...headers(), 'If-Match': opened.headers()['etag'] ?? '' }, data: { outcome: 'refer', reasons: [reason] },
  });
  expect(decided.status()).toBe(200);
}

async function openCase(desk: Desk, surname: string): Promise<void> {
  await desk.page.goto(`${kPost}/cases`);
  await desk.page.getByRole('link', { name: surname }).first().click();
  await expect(desk.page.locator('h1')).toContainText(surname);
}

const act = (desk: Desk, name: string) => desk.page.getByRole('button', { name, exact: true });
const dialog = (desk: Desk) => desk.page.locator('dialog');

// REQ: F-E04
test('two officers refuse entry, the form is printed in two languages, and an annulment keeps it on record', async ({ browser }) => {
  const booth = await sit(browser, 'officer');
  const berta = await sit(browser, 'second_line');
  const dora = await sit(browser, 'shift_leader');
  await refer(booth, 'KAMAU', 'purpose_doubt');
  await openCase(berta, 'KAMAU');
  await act(berta, 'Take the case').click();
  await act(berta, 'Refuse entry…').click();
  expect(await violations(berta.page, 'refusal dialog')).toEqual([]);
  await dialog(berta).locator('input[value=C]').check();
  await dialog(berta).getByLabel('Facts').fill('No visa in the passport.');
  await act(berta, 'Propose').click();
  await expect(berta.page.getByText('Waits for a second person')).toBeVisible();
  await expect(act(berta, 'Approve')).toHaveCount(0);

  await openCase(dora, 'KAMAU');
  expect(await violations(dora.page, 'case')).toEqual([]);
  const number = await dora.page.locator('h2 .code').first().innerText();
  await act(dora, 'Approve').click();
  await dialog(dora).getByLabel('Last four characters').fill(number.slice(-4));
  await dialog(dora).getByRole('button', { name: 'Approve' }).click();
  await expect(dora.page.getByText('In force')).toBeVisible();

  await berta.page.reload();
  await berta.page.getByLabel('Language of the traveller').selectOption('ar');
  const path = await berta.page.getByRole('link', { name: 'Form (PDF)' }).getAttribute('href');
  const pdf = await berta.context.request.get(kPost + path);
  expect((await pdf.body()).subarray(0, 4).toString()).toBe('%PDF');
  await act(berta, 'Refused to sign').click();
  await expect(berta.page.getByText('The person refused to sign.')).toBeVisible();
  await berta.page.getByLabel('Language of the traveller').selectOption('ar');
  await berta.page.getByRole('link', { name: 'Print view' }).click();
  await expect(berta.page.locator('.paper')).toContainText('Refusal of entry at the border');
  await expect(berta.page.locator('.paper')).toContainText('منع الدخول عند الحدود');
  await expect(berta.page.locator('.paper')).toContainText(number);

  await dora.page.reload();
  await act(dora, 'Annul the refusal').click();
  await dialog(dora).getByLabel('Reason').fill('Visa found on another page.');
  await dialog(dora).getByRole('button', { name: 'Annul the refusal' }).click();
  await expect(dora.page.getByText('Annulled', { exact: true })).toBeVisible();
  await expect(act(dora, 'Take the case')).toBeVisible();
  for (const desk of [booth, berta, dora]) await desk.context.close();
});

// REQ: F-E04
test('a case is held by one officer, and the next one takes it over by name', async ({ browser }) => {
  const booth = await sit(browser, 'officer');
  const berta = await sit(browser, 'second_line');
  const dora = await sit(browser, 'shift_leader');
  await refer(booth, 'MWANGI', 'protection');
  await berta.page.goto(`${kPost}/cases`);
  await expect(berta.page.getByRole('link', { name: 'MWANGI' })).toBeVisible();
  expect(await violations(berta.page, 'cases')).toEqual([]);
  await openCase(berta, 'MWANGI');
  await expect(berta.page.getByText('Urgent')).toBeVisible();
  await act(berta, 'Take the case').click();
  await expect(berta.page.getByText('You hold this case')).toBeVisible();
  await openCase(dora, 'MWANGI');
  await expect(dora.page.getByText('S. Berta works on it')).toBeVisible();
  await act(dora, 'Take over').click();
  await dialog(dora).getByLabel('Reason').fill('End of shift');
  await dialog(dora).getByRole('button', { name: 'Take over' }).click();
  await expect(dora.page.getByText('You hold this case')).toBeVisible();
  await expect(dora.page.getByText('from S. Berta')).toBeVisible();
  await berta.page.reload();
  await expect(berta.page.getByText('L. Dora works on it')).toBeVisible();
  await act(berta, 'Asylum requested').click();
  await expect(berta.page.locator('.flag', { hasText: 'Asylum requested' })).toBeVisible();
  for (const desk of [booth, berta, dora]) await desk.context.close();
});
