import { expect, openAs, test } from './fixtures';
import { stranger } from './travellers';
import { violations } from './axe';

// REQ: F-K01
test('a blank is printed ahead and the crossing on it entered once', async ({ page, guards }) => {
  guards.expected.push(409);
  await openAs(page, '/paper');
  await page.getByLabel('How many').fill('1');
  await page.getByRole('button', { name: 'Number and make' }).click();
  const link = page.getByRole('link', { name: 'Open 1 form' });
  const pdf = await page.request.get((await link.getAttribute('href'))!);
  expect(pdf.headers()['content-type']).toBe('application/pdf');
  const number = await page.locator('[data-entered="false"]').first().getAttribute('data-form');
  const enter = async () => {
    await page.getByRole('textbox', { name: 'Number of the form' }).fill(number!.toLowerCase());
    await page.getByLabel('When it happened').fill('2026-01-01T10:00');
    const hourAgo = await page.evaluate(() => new Date(Date.now() - 3_600_000 - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 16));
    await page.getByLabel('When it happened').fill(hourAgo);
    await page.getByRole('textbox', { name: 'Who decided' }).fill('Chief Okello');
    await page.getByLabel('Machine readable zone').fill(stranger().join('\n'));
    await page.getByRole('button', { name: 'Enter', exact: true }).click();
  };
  await enter();
  await expect(page.getByRole('status').filter({ hasText: 'is entered' })).toContainText('0 hits found later');
  await expect(page.locator(`[data-form="${number}"]`)).toContainText('Chief Okello');
  await enter();
  await expect(page.getByRole('alert')).toContainText('entered already');
  expect(await violations(page, 'paper')).toEqual([]);
});
