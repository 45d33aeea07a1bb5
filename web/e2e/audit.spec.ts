import { readFileSync } from 'node:fs';
import { expect, openAs, test } from './fixtures';

test('auditor finds who read a file, and has nothing to change it with', async ({ page }) => {
  const changing: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') changing.push(request.url());
  });
  await openAs(page, '/audit', { who: 'auditor' });
  await expect(page.getByRole('status').filter({ hasText: 'unbroken' })).toBeVisible();
  await page.getByLabel('Document number').fill('L898902C3');
  await page.getByRole('main').getByRole('button', { name: 'Search' }).click();
  const rows = page.locator('[data-sequence]');
  await expect(rows.filter({ hasText: 'M. Diallo inspected ERIKSSON ANNA MARIA' }).first()).toBeVisible();
  await expect(rows.first()).toContainText('Shown: 1 record');

  const names = await page.getByRole('main').getByRole('button').allInnerTexts();
  expect(names.filter((name) => !/^(Search|More|Save proof\s+[\d,]+)$/.test(name.trim()))).toEqual([]);

  const saved = page.waitForEvent('download');
  await rows.first().getByRole('button', { name: 'Save proof' }).click();
  const proof = JSON.parse(readFileSync(await (await saved).path(), 'utf8'));
  expect(proof.format).toBe('cardea-journal-proof-1');
  expect(String(proof.entry.sequence)).toBe(await rows.first().getAttribute('data-sequence'));
  expect(proof.head.signature).toMatch(/^[0-9a-f]{128}$/);

  await page.getByLabel('Document number').fill('');
  await page.getByLabel('Act').selectOption('read_log');
  await page.getByRole('main').getByRole('button', { name: 'Search' }).click();
  await expect(rows.filter({ hasText: 'A. Nadir searched this log' }).first()).toBeVisible();
  expect(changing).toEqual([]);
});

test('the way to the audit is for auditors', async ({ page }) => {
  await openAs(page, '/lists');
  await expect(page.getByRole('link', { name: 'Audit' })).toHaveCount(0);
  await openAs(page, '/audit', { who: 'auditor' });
  await expect(page.getByRole('link', { name: 'Audit' })).toBeVisible();
});
