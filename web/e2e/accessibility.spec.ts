import { violations } from './axe';
import { expect, inspect, openAs, openAsStranger, test, type Look } from './fixtures';
import { kListed, stranger } from './travellers';

const kLooks: Required<Pick<Look, 'language' | 'theme'>>[] = (['en', 'fr', 'es', 'pt', 'ar'] as const).flatMap((language) =>
  (['light', 'night'] as const).map((theme) => ({ language, theme })));

for (const look of kLooks) {
  test(`axe finds nothing: ${look.language}, ${look.theme}`, async ({ page }) => {
    const found: string[] = [];
    await openAsStranger(page, look);
    await page.locator('input[name=password]').waitFor();
    found.push(...(await violations(page, 'sign-in')));
    await openAs(page, '/booth', look);
    await page.locator('.ready-head').waitFor();
    found.push(...(await violations(page, 'booth idle')));
    await inspect(page, stranger());
    found.push(...(await violations(page, 'booth clear')));
    await page.keyboard.press('F10');
    await page.locator('dialog input[type=checkbox]').first().waitFor();
    found.push(...(await violations(page, 'refuse')));
    await page.keyboard.press('Escape');
    await page.waitForTimeout(300);
    await inspect(page, kListed);
    await page.locator('.terms summary').click();
    found.push(...(await violations(page, 'booth match')));
    await openAs(page, '/lists', look);
    await page.locator('table.lists').waitFor();
    found.push(...(await violations(page, 'lists')));
    await openAs(page, '/audit', { ...look, who: 'auditor' });
    await page.locator('.audit-search button[type=submit]').click();
    await page.locator('table.reads').waitFor();
    found.push(...(await violations(page, 'audit')));
    await openAs(page, '/board', { ...look, who: 'shift_leader' });
    await page.locator('.lane-tile').first().waitFor();
    await page.locator('[data-figures="total"]').waitFor();
    found.push(...(await violations(page, 'board')));
    expect(found).toEqual([]);
  });
}

test('Arabic at night runs from right to left and keeps codes from left to right', async ({ page }) => {
  await openAs(page, '/booth', { language: 'ar', theme: 'night' });
  await inspect(page, kListed);
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'night');
  const edge = (selector: string) => page.locator(selector).first().evaluate((element) => element.getBoundingClientRect().left);
  expect(await edge('.person')).toBeGreaterThan(await edge('.history-panel'));
  expect(await page.locator('.mrz').evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
  await expect(page.locator('.verdict-head')).toHaveText('قارن قبل أن تقرر');
});

test('320 pixels are enough without sideways scrolling', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await openAs(page, '/booth');
  await inspect(page, kListed);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await openAs(page, '/lists');
  await page.locator('table.lists').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test('the keyboard reaches every control, and each shows its focus', async ({ page }) => {
  await openAs(page, '/booth');
  await inspect(page, kListed);
  await expect(page.locator('[data-pane="match"]')).toBeVisible();
  const controls = await page.locator('a[href], button, select, input, summary').count();
  const stops = new Set<string>();
  for (let at = 0; at < controls + 3; at += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return undefined;
      const style = getComputedStyle(focused);
      return { text: `${focused.tagName} ${focused.textContent}`, seen: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2 };
    });
    if (!stop) continue;
    expect(stop.seen, stop.text).toBe(true);
    stops.add(stop.text);
  }
  expect(stops.size).toBe(controls);
});

test('F6 walks the panes and comes round', async ({ page }) => {
  await openAs(page, '/booth');
  await inspect(page, stranger());
  const panes = await page.locator('[data-pane]').evaluateAll((all) => all.map((pane) => pane.getAttribute('data-pane')));
  const walked: (string | null)[] = [];
  for (let at = 0; at < panes.length; at += 1) {
    await page.keyboard.press('F6');
    walked.push(await page.evaluate(() => document.activeElement?.getAttribute('data-pane') ?? null));
  }
  expect(walked).toEqual(panes);
  await page.keyboard.press('Shift+F6');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-pane'))).toBe(panes.at(-2));
});

test('the keys are one press away', async ({ page }) => {
  await openAs(page, '/booth');
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: 'Keys' }).getByRole('row')).toHaveCount(12);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
