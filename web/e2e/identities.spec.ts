import { expect, inspect, openAs, test } from './fixtures';
import { twoPassports } from './travellers';

// REQ: F-J07
test('a new passport is linked in yellow, judged white by the second line, and the history joins', async ({ page }) => {
  const [first, second] = twoPassports();
  await openAs(page, '/booth');
  await inspect(page, first);
  await page.keyboard.press('F8');
  await expect(page.locator('.last')).toContainText('Admitted');
  await inspect(page, second);
  await expect(page.locator('.name')).toHaveText('JOSEPH KIPROTICH CHERUYOT');

  await openAs(page, '/travellers', { who: 'second' });
  await page.getByLabel('Document number').fill(second[1]!.slice(0, 8));
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page.getByRole('main').getByRole('status')).toHaveText('1 traveller found.');
  await page.getByRole('listitem').filter({ hasText: 'CHERUYOT' }).getByRole('button', { name: 'Open' }).click();
  await expect(page.locator('[data-colour="yellow"]')).toContainText('to be judged');
  await expect(page.locator('.timeline')).toHaveCount(0);

  await page.getByRole('button', { name: 'Judge' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('similar');
  await dialog.getByLabel('White: the same person').check();
  await dialog.getByLabel('Reason').fill('Both passports held; the old one is expired.');
  await dialog.getByRole('button', { name: 'Record' }).click();
  await expect(page.locator('[data-colour="white"]')).toBeVisible();
  await expect(page.getByText('One person with 2 sets of documents.')).toBeVisible();
  await expect(page.locator('.timeline li')).toHaveCount(1);
});

// REQ: F-C02
test('an overstay is listed until a neighbour’s entry record closes it', async ({ page }) => {
  await openAs(page, '/overstays', { who: 'second' });
  const row = page.getByRole('row').filter({ hasText: 'MWANGI' });
  await expect(row).toContainText('No exit on record');
  await row.getByRole('button', { name: 'Open' }).click();
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('Planned entry').fill(tomorrow);
  await page.getByRole('button', { name: 'Count' }).click();
  await expect(page.getByRole('main')).toContainText('0 left');
  const form = page.getByRole('form', { name: 'Exit proved by a neighbour' });
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  await form.getByLabel('Entered there on').fill(yesterday);
  await form.getByLabel('State').fill('uga');
  await form.getByLabel('Reference of the record').fill('UG-2026-17');
  await form.getByRole('button', { name: 'Close the stay' }).click();
  await expect(page.getByText('entered UGA on a neighbour’s record')).toBeVisible();
  await expect(form).toHaveCount(0);
  await page.getByRole('link', { name: 'Overstays' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'MWANGI' })).toHaveCount(0);
});

test('the first line is not shown the pages of the second', async ({ page }) => {
  await openAs(page, '/booth');
  await expect(page.getByRole('link', { name: 'Overstays' })).toHaveCount(0);
});
