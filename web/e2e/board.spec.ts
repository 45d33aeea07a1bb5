import { expect, openAs, test } from './fixtures';

// REQ: F-A02
test('a shift leader opens a lane and says how long its queue is', async ({ page }) => {
  await openAs(page, '/board', { who: 'shift_leader' });
  await page.getByRole('button', { name: 'Change lane 4' }).click();
  await page.getByLabel('Queue, persons').fill('12');
  await page.getByLabel('How it was found').selectOption('counted');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('[data-lane="4"]')).toContainText('Open');
  await expect(page.locator('[data-lane="4"]')).toContainText('12 persons (counted)');
});

// REQ: F-K04
test('a drill runs beside the work and keeps what it showed', async ({ page }) => {
  await openAs(page, '/board', { who: 'shift_leader' });
  await page.getByLabel('What is practised').fill('link cut');
  await page.getByRole('button', { name: 'Begin drill' }).click();
  await page.getByLabel('What it showed').fill('no forms at lane 2');
  await page.getByRole('button', { name: 'Note it' }).click();
  await expect(page.getByText('no forms at lane 2')).toBeVisible();
  await page.getByLabel('Summary').fill('print ahead');
  await page.getByRole('button', { name: 'End drill' }).click();
  await expect(page.locator('[data-drill]').first()).toContainText('ended');
});

// REQ: F-O05
test('the figures of the day hide small cells and say so', async ({ page }) => {
  await openAs(page, '/board', { who: 'shift_leader' });
  await expect(page.locator('[data-figures="total"]')).toBeVisible();
  await page.getByText('Definitions').click();
  await expect(page.getByText('Cells below five are hidden')).toBeVisible();
});
