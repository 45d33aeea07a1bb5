import { randomUUID } from 'node:crypto';
import { violations } from './axe';
import { addressOf, expect, known, openAs, settle, test } from './fixtures';

const kPost = addressOf('post');

// REQ: F-K04
test('every screen says a level that is not normal and a drill, and nothing otherwise', async ({ page, browser }) => {
  const desk = await browser.newContext();
  const { user_name, password } = known('post').shift_leader;
  const signed = await desk.request.post(`${kPost}/api/v1/session`, { data: { user_name, password } });
  const { csrf_token } = (await signed.json()) as { csrf_token: string };
  const dora = await desk.newPage();
  await settle(dora, {});
  await dora.goto(`${kPost}/board`);

  await openAs(page, '/booth');
  await expect(page.locator('.line-chip[data-state="clear"]')).toBeVisible();
  const line = page.locator('.level-line');
  await expect(line).toHaveCount(0);

  await dora.getByRole('button', { name: 'State a level' }).click();
  await dora.getByLabel('Level', { exact: true }).selectOption('local_only');
  await dora.locator('dialog').getByLabel('Reason').fill('cable cut');
  await dora.getByRole('button', { name: 'Save' }).click();
  await expect(line).toContainText('Working from this post alone · until');
  await expect(line).toHaveAttribute('role', 'status');
  await expect(dora.locator('.level-line')).toContainText('Working from this post alone');

  await dora.getByLabel('What is practised').fill('link cut');
  await dora.getByRole('button', { name: 'Begin drill' }).click();
  await expect(line).toContainText('Drill: link cut');
  expect(await violations(page, 'level')).toEqual([]);

  // Who only reads sees it too.
  const other = await (await browser.newContext()).newPage();
  await openAs(other, '/audit', { who: 'auditor', language: 'ar', theme: 'night' });
  await expect(other.locator('.level-line')).toContainText('link cut');
  expect(await violations(other, 'level, Arabic')).toEqual([]);
  await other.context().close();

  const headers = { 'X-CSRF': csrf_token, 'Idempotency-Key': randomUUID() };
  const normal = { level: 'normal', reason: 'cable mended', minutes: 1 };
  expect((await desk.request.put(`${kPost}/api/v1/level`, { data: normal, headers })).status()).toBe(200);
  await expect(line).toHaveText('Drill: link cut');
  await dora.getByLabel('Summary').fill('print ahead');
  await dora.getByRole('button', { name: 'End drill' }).click();
  await expect(line).toHaveCount(0);
  await desk.close();
});
