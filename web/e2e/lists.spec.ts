import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, openAs, test } from './fixtures';

const kList = readFileSync(join(import.meta.dirname, 'own_list.csv'), 'utf8');

test('lists show version, counts and age, and rows put aside on demand', async ({ page }) => {
  await openAs(page, '/lists');
  const row = page.locator('[data-source="own"]');
  await expect(row).toContainText('2026-11-20');
  await expect(row.locator('td').nth(1)).toHaveText('4');
  await expect(page.getByText('wave')).toHaveCount(0);
  await row.getByRole('button', { name: '1 row' }).click();
  await expect(page.getByText('unknown action')).toBeVisible();
});

test('the owner of the lists imports a version, and the same again changes nothing', async ({ page }) => {
  await openAs(page, '/lists');
  await page.getByLabel('Source').selectOption('own');
  const text = kList.replace('version=2026-11-20', 'version=2026-11-21').replace('Jana"', 'Jana Marie"');
  const file = { name: 'own.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.getByLabel('File').setInputFiles(file);
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'in force' })).toContainText('4 entries in force; 0 added, 1 changed, 0 withdrawn, 1 put aside');
  await expect(page.locator('[data-source="own"]')).toContainText('2026-11-21');
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(page.getByText('this content was in force already')).toBeVisible();
});

test('a truncated file is refused whole, in words', async ({ page, guards }) => {
  guards.expected.push(400);
  await openAs(page, '/lists');
  await page.getByLabel('Source').selectOption('own');
  const text = kList.split('\n').slice(0, 3).join('\n');
  await page.getByLabel('File').setInputFiles({ name: 'own.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(page.getByRole('alert')).toContainText('The file ends too early.');
});
