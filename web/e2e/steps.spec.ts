import { randomInt, randomUUID } from 'node:crypto';
import type { Browser, BrowserContext } from '@playwright/test';
import { violations } from './axe';
import { addressOf, expect, inspect, known, openAs, swipe, test, verdict } from './fixtures';
import { namesake, passport, stranger } from './travellers';

const kPost = addressOf('post');

interface Desk {
  context: BrowserContext;
  csrf: string;
}

async function sit(browser: Browser, who: 'procedure_owner' | 'procedure_second'): Promise<Desk> {
  const context = await browser.newContext();
  const { user_name, password } = known('post')[who];
  const answer = await context.request.post(`${kPost}/api/v1/session`, { data: { user_name, password } });
  expect(answer.status()).toBe(201);
  return { context, csrf: ((await answer.json()) as { csrf_token: string }).csrf_token };
}

async function send(desk: Desk, method: 'PUT' | 'POST', where: string, data: object): Promise<unknown> {
  const headers = { 'X-CSRF': desk.csrf, 'Idempotency-Key': randomUUID() };
  const answer = await desk.context.request.fetch(kPost + where, { method, data, headers });
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer.json();
}

interface Procedure {
  id: string;
  withdraw: () => Promise<void>;
}

/** A procedure in force, written by one person and approved by another. */
async function inForce(browser: Browser, task: string, title: string, step: string): Promise<Procedure> {
  const petra = await sit(browser, 'procedure_owner');
  const paul = await sit(browser, 'procedure_second');
  const id = randomUUID();
  const body = {
    language: 'en', title: { en: title }, bindings: [{ kind: 'task', word: task }], required_before_decision: true, legal_source: 'Order 7',
    steps: [{ id: 'step_1', text: { en: step }, required: true, legal_source: '' }], in_force_from: new Date().toISOString().slice(0, 10),
  };
  const drafted = (await send(petra, 'PUT', `/api/v1/procedures/${id}`, body)) as { versions: { version: number; drafted_at: string }[] };
  const { version, drafted_at } = drafted.versions[0]!;
  await send(paul, 'POST', `/api/v1/procedures/${id}/approval`, { version, drafted_at, confirmation: id.slice(-4) });
  const withdraw = async () => {
    await send(petra, 'POST', `/api/v1/procedures/${id}/withdrawal`, { version, reason: 'End of the trial' });
    for (const desk of [petra, paul]) await desk.context.close();
  };
  return { id, withdraw };
}

// REQ: F-L01
test('the steps of the first line stand beside the traveller and hold nobody up', async ({ page, browser }) => {
  await openAs(page, '/booth');
  const asked = page.waitForResponse(/procedure-steps/);
  await inspect(page, stranger('KIMANI', 'RUTH'));
  await (await asked).finished();
  const step = page.locator('[data-step="step_1"]');
  await expect(step).toHaveCount(0);
  await page.keyboard.press('F8');
  await expect(page.getByText('Recorded and signed')).toBeVisible();

  const procedure = await inForce(browser, 'first_line', 'Papers of seasonal workers', 'Look at the contract');
  await inspect(page, stranger('MUTUA', 'ESTHER'));
  await expect(page.getByRole('heading', { name: 'Papers of seasonal workers' })).toBeVisible();
  expect(await page.evaluate(() => document.activeElement?.closest('form') ?? null)).toBeNull();
  await expect(page.getByText('The decision waits until')).toHaveCount(0);
  expect(await violations(page, 'steps at the booth')).toEqual([]);
  await page.keyboard.press('F8');
  await expect(page.locator('.last')).toContainText('Admitted');
  await expect(page.getByText('Recorded and signed')).toBeVisible();

  await inspect(page, stranger('OUMA', 'JOYCE'));
  await step.getByLabel('Why it is left out').fill('no');
  // The reader is heard although a text has the focus, and leaves nothing in it.
  await swipe(page, stranger('KORIR', 'FAITH'));
  await expect(page.locator('.name')).toHaveText('FAITH KORIR');
  await page.getByLabel('Look at the contract').check();
  await page.getByRole('button', { name: 'Save the steps' }).click();
  await expect(page.getByText('M. Diallo,')).toBeVisible();
  await expect(page.getByLabel('Look at the contract')).toBeChecked();
  await page.keyboard.press('F8');
  await expect(page.locator('.last')).toContainText('Admitted');
  await procedure.withdraw();
});

// REQ: F-I03, F-L01
test('a procedure for comparing does not tell the first line of a discreet alert', async ({ page, browser }) => {
  const procedure = await inForce(browser, 'hit_comparison', 'Comparing two people', 'Compare the ears');
  const heading = page.getByRole('heading', { name: 'Comparing two people' });
  await openAs(page, '/booth');
  await inspect(page, namesake());
  await expect(heading).toBeVisible();
  const asked = page.waitForResponse(/procedure-steps/);
  await inspect(page, passport({ surname: 'BERGSTROM', given: 'LINA MARIA', number: `Z${randomInt(1_000_000, 9_999_999)}`, birth: '690505', sex: 'F' }));
  await (await asked).finished();
  await expect(verdict(page)).toContainText('Nothing found');
  await expect(page.locator('.details-form')).toBeVisible();
  await expect(heading).toHaveCount(0);
  await procedure.withdraw();
});
