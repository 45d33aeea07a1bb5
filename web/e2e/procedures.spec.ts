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

type Who = 'officer' | 'second_line' | 'shift_leader' | 'procedure_owner' | 'procedure_second';

/** One officer at a browser of their own. */
async function sit(browser: Browser, who: Who): Promise<Desk> {
  const context = await browser.newContext();
  const { user_name, password } = known('post')[who];
  const answer = await context.request.post(`${kPost}/api/v1/session`, { data: { user_name, password } });
  expect(answer.status()).toBe(201);
  const page = await context.newPage();
  await settle(page, {});
  return { context, page, csrf: ((await answer.json()) as { csrf_token: string }).csrf_token };
}

const send = (desk: Desk, method: 'PUT' | 'POST', where: string, data: object, etag = '') =>
  desk.context.request.fetch(kPost + where, {
    method, data, headers: { 'X-CSRF': desk.csrf, 'Idempotency-Key': randomUUID(), ...(etag ? { 'If-Match': etag } : {}) },
  });

/** The first line refers somebody; the second line opens the case. */
async function refer(booth: Desk, berta: Desk, surname: string): Promise<void> {
  const opened = await send(booth, 'POST', '/api/v1/inspections', { mrz: stranger(surname).join('\n'), direction: 'entry', lane: '4' });
  const { id } = (await opened.json()) as { id: string };
  const refer = { outcome: 'refer', reasons: ['purpose_doubt'] };
  const decided = await send(booth, 'POST', `/api/v1/inspections/${id}/decision`, refer, opened.headers()['etag'] ?? '');
  expect(decided.status()).toBe(200);
  await berta.page.goto(`${kPost}/cases`);
  await berta.page.getByRole('link', { name: surname }).first().click();
  await expect(berta.page.locator('h1')).toContainText(surname);
}

const act = (desk: Desk, name: string) => desk.page.getByRole('button', { name, exact: true });
const dialog = (desk: Desk) => desk.page.locator('dialog');

async function go(desk: Desk, where: string): Promise<void> {
  await desk.page.goto(kPost + where);
  await desk.page.locator('main h1').waitFor();
}

async function propose(berta: Desk): Promise<void> {
  await act(berta, 'Refuse entry…').click();
  await dialog(berta).locator('input[value=C]').check();
  await dialog(berta).getByLabel('Facts').fill('No visa in the passport.');
  await act(berta, 'Propose').click();
}

// REQ: F-L01, F-L02
test('a procedure in force by two persons holds a refusal up until its steps are done or explained', async ({ browser }) => {
  const petra = await sit(browser, 'procedure_owner');
  const paul = await sit(browser, 'procedure_second');
  const booth = await sit(browser, 'officer');
  const berta = await sit(browser, 'second_line');
  await go(petra, '/procedures');
  await act(petra, 'Write a procedure').click();
  await petra.page.getByLabel('Title', { exact: true }).fill('Before entry is refused');
  await petra.page.getByLabel('Law of the procedure').fill('Regulation (EU) 2016/399, Article 14');
  await petra.page.getByLabel('Refusal', { exact: true }).check();
  await petra.page.getByLabel('The decision waits for the required steps').check();
  await petra.page.getByLabel('Step 1', { exact: true }).fill('Tell the person the grounds');
  await act(petra, 'Add a step').click();
  await petra.page.getByLabel('Step 2', { exact: true }).fill('Tell the person how to appeal');
  expect(await violations(petra.page, 'editor')).toEqual([]);
  await act(petra, 'Save the draft').click();
  await expect(petra.page.locator('[data-state="draft"]')).toBeVisible();
  await expect(act(petra, 'Approve')).toHaveCount(0);

  await go(paul, '/procedures');
  await act(paul, 'Approve').click();
  const hint = await dialog(paul).getByText('Of the number').innerText();
  await dialog(paul).getByLabel('Last four characters').fill(hint.slice(-4));
  await dialog(paul).getByRole('button', { name: 'Approve' }).click();
  await expect(paul.page.locator('[data-state="in_force"]')).toBeVisible();
  expect(await violations(paul.page, 'procedures')).toEqual([]);

  await refer(booth, berta, 'ACHIENG');
  await act(berta, 'Take the case').click();
  await propose(berta);
  await expect(berta.page.getByText('Steps of a procedure are missing').first()).toBeVisible();
  await dialog(berta).getByRole('button', { name: 'Cancel' }).click();
  await berta.page.getByLabel('Tell the person the grounds').check();
  await berta.page.locator('[data-step="step_2"]').getByLabel('Why it is left out').fill('No interpreter before noon');
  await act(berta, 'Save the steps').click();
  await expect(berta.page.getByText('The decision waits until')).toHaveCount(0);
  expect(await violations(berta.page, 'case with steps')).toEqual([]);
  await propose(berta);
  await expect(berta.page.getByText('Waits for a second person')).toBeVisible();

  await petra.page.reload();
  await expect(petra.page.getByText('Followed 1 times, with a step left out 1 times')).toBeVisible();
  await act(petra, 'Withdraw').click();
  await dialog(petra).getByLabel('Reason').fill('End of the trial');
  await dialog(petra).getByRole('button', { name: 'Withdraw' }).click();
  await expect(petra.page.locator('[data-state="withdrawn"]')).toBeVisible();
  for (const desk of [petra, paul, booth, berta]) await desk.context.close();
});

// REQ: F-A03, F-B11
test('a directive is read by an officer, who then leaves the list of those overdue', async ({ browser }) => {
  const dora = await sit(browser, 'shift_leader');
  const berta = await sit(browser, 'second_line');
  await go(dora, '/directives');
  await dora.page.getByLabel('Title').fill('New forgery');
  await dora.page.getByLabel('Text').fill('Look at page 4.');
  await dora.page.getByLabel('Second line').check();
  expect(await violations(dora.page, 'issue')).toEqual([]);
  await act(dora, 'Issue').click();
  await expect(dora.page.locator('[data-issued]').first()).toContainText('New forgery');

  const id = '019ab000-0000-7000-8000-0000000d1ec7';
  const now = Date.now();
  const at = (ms: number) => new Date(ms).toISOString().replace('Z', '000Z');
  const late = {
    kind: 'bulletin', title: 'Read at once', text: 'Now.', language: 'en', units: [], roles: ['second_line'], read_by: at(now + 4000), in_force_from: at(now),
  };
  expect((await send(dora, 'PUT', `/api/v1/directives/${id}`, late)).status()).toBe(200);
  const issued = dora.page.locator(`[data-issued="${id}"]`);
  await expect(async () => {
    await dora.page.reload();
    await expect(issued.locator('[data-late]').filter({ hasText: 'S. Berta' })).toBeVisible({ timeout: 1000 });
  }).toPass();

  await go(berta, '/cases');
  await expect(berta.page.locator('.unread-badge')).toContainText('2');
  await berta.page.getByRole('link', { name: 'Guidance' }).click();
  expect(await violations(berta.page, 'directives')).toEqual([]);
  await berta.page.locator(`[data-directive="${id}"]`).getByRole('button', { name: 'I have read it' }).click();
  await expect(berta.page.locator(`[data-directive="${id}"]`)).toContainText('You read it');
  await expect(berta.page.locator('.unread-badge')).toContainText('1');
  await dora.page.reload();
  await expect(issued).toContainText('Overdue:');
  await expect(issued.locator('[data-late]').filter({ hasText: 'S. Berta' })).toHaveCount(0);
  for (const one of ['Read at once', 'New forgery']) {
    await dora.page.locator('[data-issued]').filter({ hasText: one }).getByRole('button', { name: 'Withdraw' }).click();
    await dialog(dora).getByLabel('Reason').fill('Over');
    await dialog(dora).getByRole('button', { name: 'Withdraw' }).click();
    await expect(dialog(dora)).toHaveCount(0);
  }
  for (const desk of [dora, berta]) await desk.context.close();
});

// REQ: F-A09
test('a case refuses an officer without the certificate while the unit asks for it', async ({ browser }) => {
  const petra = await sit(browser, 'procedure_owner');
  const booth = await sit(browser, 'officer');
  const berta = await sit(browser, 'second_line');
  await go(petra, '/certificates');
  await petra.page.getByLabel('Task', { exact: true }).selectOption('second_line_case');
  await petra.page.getByLabel('Unit', { exact: true }).selectOption('north_gate');
  await act(petra, 'Ask for it here').click();
  await expect(petra.page.locator('[data-need="second_line_case"]')).toBeVisible();
  expect(await violations(petra.page, 'certificates')).toEqual([]);

  await refer(booth, berta, 'WANJIRU');
  await act(berta, 'Take the case').click();
  await expect(berta.page.getByText('This task asks for a certificate that you do not have.')).toBeVisible();

  await petra.page.getByLabel('Officer', { exact: true }).selectOption({ label: 'S. Berta' });
  await petra.page.getByLabel('Certificate', { exact: true }).selectOption('second_line_interview');
  await petra.page.getByLabel('Last day').fill(new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10));
  await petra.page.getByLabel('Evidence').fill('Course 12');
  await act(petra, 'Certify an officer').click();
  await expect(petra.page.locator('[data-holder="S. Berta"]')).toContainText('ends soon');
  await act(berta, 'Take the case').click();
  await expect(berta.page.getByText('You hold this case')).toBeVisible();
  await go(berta, '/certificates');
  await expect(berta.page.getByText('Second line interview ends on')).toBeVisible();
  await expect(berta.page.locator('[data-holder]')).toHaveCount(1);

  await act(petra, 'No longer ask').click();
  await expect(petra.page.getByText('No task asks for one.')).toBeVisible();
  for (const desk of [petra, booth, berta]) await desk.context.close();
});
