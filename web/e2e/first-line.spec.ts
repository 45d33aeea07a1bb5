import type { Browser, Page } from '@playwright/test';
import { violations } from './axe';
import { addressOf, expect, inspect, known, openAs, settle, test } from './fixtures';
import { child, stranger } from './travellers';

const kPost = addressOf('post');

/** Another officer at a browser of their own. */
async function sit(browser: Browser, who: 'second_line' | 'shift_leader'): Promise<Page> {
  const context = await browser.newContext();
  const { user_name, password } = known('post')[who];
  const answer = await context.request.post(`${kPost}/api/v1/session`, { data: { user_name, password } });
  expect(answer.status()).toBe(201);
  const page = await context.newPage();
  await settle(page, {});
  return page;
}

async function openCase(page: Page, surname: string): Promise<void> {
  await page.goto(`${kPost}/cases`);
  await page.getByRole('link', { name: surname }).first().click();
  await expect(page.locator('h1')).toContainText(surname);
}

// REQ: F-E09
test('asylum request during refusal: the refusal is impossible and the second line has the case', async ({ page, browser }) => {
  await openAs(page, '/booth');
  await inspect(page, stranger('BARRE', 'AMINA'));
  await page.keyboard.press('F10');
  const refusal = page.getByRole('dialog', { name: 'Refuse entry' });
  await refusal.getByRole('checkbox', { name: /^E / }).check();
  await refusal.getByRole('button', { name: 'Asylum request…' }).click();
  const asylum = page.getByRole('dialog', { name: 'Asylum request' });
  expect(await violations(page, 'asylum')).toEqual([]);
  await asylum.getByRole('button', { name: /^Record the request/ }).click();
  await expect(page.locator('.last')).toContainText('Asylum requested: the second line has the case.');
  const berta = await sit(browser, 'second_line');
  await openCase(berta, 'BARRE');
  await expect(berta.locator('.flag', { hasText: 'Asylum requested' })).toBeVisible();
  await berta.getByRole('button', { name: 'Take the case' }).click();
  await expect(berta.getByText('You hold this case')).toBeVisible();
  const refuse = berta.getByRole('button', { name: 'Refuse entry…' });
  await expect(refuse).toHaveAttribute('aria-disabled', 'true');
  await refuse.click({ force: true });
  await expect(berta.locator('dialog')).toHaveCount(0);
  await berta.context().close();
});

// REQ: F-E09
test('somebody without a document asks for asylum while nobody is open, by keyboard', async ({ page }) => {
  await openAs(page, '/booth');
  await page.keyboard.press('Shift+F9');
  const asylum = page.getByRole('dialog', { name: 'Asylum request' });
  await asylum.getByLabel('What the person says').fill('Amina, speaks Somali');
  await page.keyboard.press('Shift+F9');
  await expect(page.locator('.last')).toContainText('A person without a readable document');
  await expect(page.locator('.last')).toContainText('Asylum requested');
});

// REQ: F-E04
test('a refusal proposed at the booth is approved by the shift leader', async ({ page, browser }) => {
  await openAs(page, '/booth');
  await inspect(page, stranger('OTIENO', 'MARK'));
  await page.keyboard.press('F10');
  const dialog = page.getByRole('dialog', { name: 'Refuse entry' });
  await dialog.getByRole('checkbox', { name: /^C / }).check();
  await dialog.getByLabel('Facts').fill('No visa in the passport.');
  await page.keyboard.press('F10');
  await expect(page.locator('.last')).toContainText('Waits for the second person');
  const dora = await sit(browser, 'shift_leader');
  await openCase(dora, 'OTIENO');
  await expect(dora.getByText('Refusal proposed at the booth').first()).toBeVisible();
  const number = await dora.locator('h2 .code').first().innerText();
  await dora.getByRole('button', { name: 'Approve', exact: true }).click();
  await dora.locator('dialog').getByLabel('Last four characters').fill(number.slice(-4));
  await dora.locator('dialog').getByRole('button', { name: 'Approve' }).click();
  await expect(dora.getByText('In force')).toBeVisible();
  await dora.context().close();
});

// REQ: F-E05
test('an officer states a class, and its duties are ticked', async ({ page }) => {
  await openAs(page, '/booth');
  await inspect(page, stranger('LINDGREN', 'OLE'));
  await page.getByRole('button', { name: 'Class and duties…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Class and duties' });
  expect(await violations(page, 'class')).toEqual([]);
  await dialog.getByLabel('Stated class').selectOption('pilot');
  await dialog.getByLabel('Why').fill('in uniform');
  await dialog.getByRole('button', { name: 'Record' }).click();
  await dialog.getByRole('checkbox', { name: 'Licence' }).check();
  await dialog.getByRole('button', { name: 'Record' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('.class-line')).toContainText('Pilot');
  await expect(page.locator('[data-check="stay"]')).toHaveAttribute('data-state', 'clear');
  await page.keyboard.press('F8');
  await expect(page.getByText('Recorded and signed')).toBeVisible();
});

// REQ: F-E09
test('a minor alone without consent is admitted with a recorded reason only', async ({ page }) => {
  await openAs(page, '/booth');
  await inspect(page, child());
  await expect(page.locator('.class-line')).toContainText('Minor');
  await page.keyboard.press('F8');
  const dialog = page.getByRole('dialog', { name: 'Class and duties' });
  await dialog.getByRole('radio', { name: 'Nobody' }).check();
  await dialog.getByRole('radio', { name: 'Not seen' }).check();
  await dialog.getByRole('button', { name: 'Record' }).click();
  await expect(page.locator('.class-line')).toContainText('A minor without consent');
  await page.keyboard.press('F8');
  await expect(page.getByRole('dialog', { name: 'Admit with a reason' })).toBeVisible();
  await page.keyboard.press('F8');
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveText('Say who agreed to the minor’s journey.');
  await page.getByRole('radio', { name: 'Child protection agreed' }).check();
  await page.keyboard.press('F8');
  await expect(page.getByText('Recorded and signed')).toBeVisible();
});

// REQ: F-E01
test('a traveller set aside is found again on another PC with F3', async ({ page, browser }) => {
  await openAs(page, '/booth');
  await inspect(page, stranger('MBEKI', 'ZOLA'));
  await expect(page.locator('.name')).toHaveText('ZOLA MBEKI');
  const other = await (await browser.newContext()).newPage();
  await openAs(other, '/booth');
  await other.keyboard.press('F3');
  const dialog = other.getByRole('dialog', { name: 'Open travellers' });
  await dialog.getByLabel('Part of a name').fill('mbeki');
  expect(await violations(other, 'find')).toEqual([]);
  await dialog.getByRole('button', { name: 'ZOLA MBEKI' }).first().click();
  await expect(other.locator('.name')).toHaveText('ZOLA MBEKI');
  await other.keyboard.press('F8');
  await expect(other.getByText('Recorded and signed')).toBeVisible();
  await other.context().close();
});

// REQ: F-E06
test('a relaxation is ordered on the board, seen at the booth, and ended', async ({ page, browser }) => {
  const dora = await sit(browser, 'shift_leader');
  await dora.goto(`${kPost}/board`);
  await dora.getByRole('checkbox', { name: 'Days of stay' }).check();
  await dora.getByLabel('Why the checks are relaxed').fill('nine coaches at once');
  await dora.getByRole('button', { name: 'Order it' }).click();
  await expect(dora.locator('[data-relaxation]')).toContainText('nine coaches at once');
  await openAs(page, '/booth', { direction: 'exit' });
  await expect(page.getByText('Checks relaxed until')).toBeVisible();
  await inspect(page, stranger('SATO', 'KEN'));
  await expect(page.locator('[data-check="stay"]')).toHaveAttribute('data-state', 'not_checked');
  await dora.getByLabel('Why it ends').fill('queue gone');
  await dora.getByRole('button', { name: 'End it' }).click();
  await expect(dora.locator('[data-relaxation]')).toHaveCount(0);
  await dora.context().close();
});
