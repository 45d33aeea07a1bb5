import { expect, openAs, test } from './fixtures';

test('a data officer sees what is due, and a trial run changes nothing', async ({ page }) => {
  await openAs(page, '/retention', { who: 'data_officer' });
  await expect(page.getByText('Nothing is due within the days of notice.')).toBeVisible();
  await page.getByRole('button', { name: 'Trial run' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Would erase' })).toContainText('0 inspections');
  await expect(page.getByText('No erasure is held.')).toBeVisible();
});
