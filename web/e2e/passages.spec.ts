import { randomInt } from 'node:crypto';
import type { Page } from '@playwright/test';
import { violations } from './axe';
import { expect, inspect, openAs, test, type Look } from './fixtures';
import { passport } from './travellers';

const figures = (count: number) => String(randomInt(10 ** count)).padStart(count, '0');

/** Somebody the node has never seen, born in that year. */
function person(surname: string, given: string, year: number, sex: 'M' | 'F'): string[] {
  const birth = `${String(year % 100).padStart(2, '0')}0${randomInt(1, 10)}${randomInt(10, 29)}`;
  return passport({ surname, given, number: `P${figures(7)}`, birth, sex });
}

const tile = (page: Page, name: string) => page.locator('.occupant').filter({ hasText: name });
const release = (page: Page) => page.getByRole('button', { name: 'Release' });
const why = (page: Page, word: string) => page.locator(`[data-why="${word}"]`);

async function openPassage(page: Page, kind: string, heads: number, plate?: string): Promise<void> {
  await openAs(page, '/passages');
  await page.getByLabel('Kind').selectOption({ label: kind });
  await page.getByLabel('Persons, counted').fill(String(heads));
  if (plate) await page.getByLabel('Plate', { exact: true }).fill(plate);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.locator('.passage h1')).toHaveText(kind);
}

/** Swipes, and decides with the keyboard as soon as the node has answered. */
async function admit(page: Page, lines: string[], name: string): Promise<void> {
  await inspect(page, lines);
  await expect(tile(page, name)).toContainText('Not decided');
  await page.keyboard.press('F8');
  await expect(tile(page, name)).toHaveAttribute('data-state', 'clear');
}

// REQ: F-B01
test('a family in a car: plate, four swipes, all admitted, the head count right, released', async ({ page }) => {
  await openPassage(page, 'Car', 4, 'KAA 123-B');
  await expect(page.locator('.plate')).toContainText('KAA 123-B');
  await expect(page.locator('.vehicle')).toContainText('Not checked');
  await expect(why(page, 'passage_empty')).toBeVisible();
  await admit(page, person('OTIENO', 'GRACE', 1985, 'F'), 'GRACE OTIENO');
  await admit(page, person('OTIENO', 'PETER', 1983, 'M'), 'PETER OTIENO');
  await admit(page, person('OTIENO', 'AMANI', 2004, 'F'), 'AMANI OTIENO');
  await expect(why(page, 'passage_head_count')).toBeVisible();
  await expect(release(page)).toHaveAttribute('aria-disabled', 'true');
  await tile(page, 'AMANI OTIENO').getByRole('button', { name: 'Role' }).click();
  await page.getByLabel('Relation to the others').selectOption({ label: 'Child' });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(tile(page, 'AMANI OTIENO')).toContainText('Child');
  await admit(page, person('OTIENO', 'JABALI', 2006, 'M'), 'JABALI OTIENO');
  await expect(page.locator('.heads')).toHaveText('4 of 4 inspected, 4 decided');
  await release(page).click();
  await expect(page.getByText(/Released by M\. Diallo/)).toBeVisible();
});

// REQ: F-B01
test('a referred person is taken off, and the others go on', async ({ page }) => {
  await openPassage(page, 'Car', 2, 'KBB 77');
  await inspect(page, person('KARANJA', 'SAMUEL', 1979, 'M'));
  await page.keyboard.press('F9');
  await page.getByRole('radio', { name: /document/i }).first().check();
  await page.keyboard.press('F9');
  await expect(tile(page, 'SAMUEL KARANJA')).toHaveAttribute('data-state', 'review');
  await admit(page, person('KARANJA', 'LUCY', 1981, 'F'), 'LUCY KARANJA');
  await expect(why(page, 'passage_case_open')).toBeVisible();
  await tile(page, 'SAMUEL KARANJA').getByRole('button', { name: 'Role' }).click();
  await page.getByRole('checkbox', { name: /^Taken off/ }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(tile(page, 'SAMUEL KARANJA')).toContainText('Taken off');
  await release(page).click();
  await expect(page.getByText(/Released by M\. Diallo/)).toBeVisible();
});

// REQ: F-E08
test('a bus with a manifest: who is expected and not seen is explained before it goes', async ({ page }) => {
  await openPassage(page, 'Bus', 1);
  const driver = person('MUTUA', 'DAVID', 1975, 'M');
  const number = driver[1]!.slice(0, 9).replaceAll('<', '');
  const text = `surname,given_names,birth_date,document_number,issuing_state,role
Mutua,David,,${number},KEN,driver
Wafula,Jane,1990-05-01,,,passenger
Nobody,,,,,
`;
  await page.locator('.manifest-panel summary').click();
  await page.getByLabel('Manifest file').setInputFiles({ name: 'bus.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Attach' }).click();
  await expect(page.locator('tr[data-line="3"]')).toContainText('Expected, not seen');
  await expect(page.locator('li[data-line="4"]')).toContainText('neither a document nor a birth date');
  await admit(page, driver, 'DAVID MUTUA');
  await expect(page.locator('tr[data-line="2"]')).toContainText('Seen');
  for (const line of [3, 4]) {
    await page.locator(`[data-line="${line}"]`).getByRole('button', { name: 'Explain' }).click();
    await page.getByRole('radio', { name: 'Did not travel' }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.locator(`[data-line="${line}"]`)).toContainText('Did not travel');
  }
  await release(page).click();
  await expect(page.getByText(/Released by M\. Diallo/)).toBeVisible();
});

test('somebody who was inspected before the page was loaded anew is decided from the tile', async ({ page }) => {
  await openPassage(page, 'Family', 1);
  await inspect(page, person('CHEBET', 'RUTH', 1990, 'F'));
  await expect(tile(page, 'RUTH CHEBET')).toBeVisible();
  await page.reload();
  await tile(page, 'RUTH CHEBET').getByRole('button', { name: 'Decide' }).click();
  await expect(page.locator('.name')).toHaveText('RUTH CHEBET');
  await page.keyboard.press('F8');
  await expect(tile(page, 'RUTH CHEBET')).toHaveAttribute('data-state', 'clear');
});

const kLooks: Required<Pick<Look, 'language' | 'theme'>>[] = (['en', 'fr', 'es', 'pt', 'ar'] as const).flatMap((language) =>
  (['light', 'night'] as const).map((theme) => ({ language, theme })));

for (const look of kLooks) {
  test(`axe finds nothing on passages: ${look.language}, ${look.theme}`, async ({ page }) => {
    const found: string[] = [];
    await openAs(page, '/passages', look);
    await page.locator('.passage-form').waitFor();
    found.push(...(await violations(page, 'passages')));
    await page.locator('.passage-form button[type=submit]').click();
    await page.locator('.release').waitFor();
    await inspect(page, person('WANJA', 'ROSE', 1988, 'F'));
    await page.locator('.occupant').waitFor();
    await page.locator('.manifest-panel summary').click();
    found.push(...(await violations(page, 'one passage')));
    await page.locator('.occupant-acts button').last().click();
    await page.locator('dialog select').first().waitFor();
    found.push(...(await violations(page, 'role of a person')));
    expect(found).toEqual([]);
  });
}
