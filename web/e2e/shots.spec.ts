// Pictures for a person to look at; not compared pixel by pixel, since fonts differ by machine. CARDEA_SHOTS=1 makes them.
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, inspect, openAs, openAsStranger, test, verdict } from './fixtures';
import { kListed, kStayedTooLong, passport, stranger, wrongDigit } from './travellers';

const kPictures = join(import.meta.dirname, '..', '..', 'docs', 'pictures');
const kShots = join(import.meta.dirname, '..', 'shots');
const kNewcomer = passport({ surname: 'WANJIKU', given: 'GRACE NJERI', number: 'X1234567', birth: '910415', sex: 'F', expiry: '310202' });

test.skip(!process.env['CARDEA_SHOTS'], 'pictures are made on demand');

async function shoot(page: Page, folder: string, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(200);
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

test('pictures of the documentation', async ({ page }) => {
  await openAs(page, '/booth');
  await inspect(page, kNewcomer);
  await expect(verdict(page)).toContainText('Nothing found');
  await shoot(page, kPictures, 'booth-clear');
  await page.reload();
  await page.locator('.ready').waitFor();
  await inspect(page, kListed);
  await shoot(page, kPictures, 'booth-match');
  await page.locator('.top-end select').selectOption('ar');
  await page.locator('.top-end button[aria-pressed]').click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await shoot(page, kPictures, 'booth-arabic-night');
});

test('pictures of every screen', async ({ page }) => {
  await openAsStranger(page);
  await page.locator('input[name=password]').waitFor();
  await shoot(page, kShots, 'sign-in');
  await openAs(page, '/booth');
  await shoot(page, kShots, 'idle');
  const others = { review: wrongDigit(), closed: kStayedTooLong, stranger: stranger() };
  for (const [name, lines] of Object.entries(others)) {
    await page.reload();
    await page.locator('.ready').waitFor();
    await inspect(page, lines);
    await shoot(page, kShots, name);
  }
  await page.keyboard.press('F10');
  await page.locator('dialog input').first().waitFor();
  await shoot(page, kShots, 'refuse');
  await openAs(page, '/lists');
  await page.locator('table.lists').waitFor();
  await shoot(page, kShots, 'lists');
});
