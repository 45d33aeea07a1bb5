import type { Page } from '@playwright/test';
import { addressOf, expect, inspect, known, openAs, openAsStranger, swipe, test, verdict } from './fixtures';
import { stranger } from './travellers';

async function signIn(page: Page, user_name: string, password: string): Promise<void> {
  await page.getByLabel('User name').fill(user_name);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toHaveCount(0);
}

const kPassword = 'a ferry over calm water';

async function addOfficer(page: Page, user_name: string, name: string, ...roles: string[]): Promise<void> {
  await page.getByRole('button', { name: 'Add an officer' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('User name').fill(user_name);
  await dialog.getByLabel('Name shown to colleagues').fill(name);
  await dialog.getByLabel('Password').fill(kPassword);
  await dialog.getByLabel('First line').uncheck();
  for (const role of roles) await dialog.getByLabel(role, { exact: true }).check();
  await dialog.getByRole('button', { name: 'Add an officer' }).click();
  await expect(page.locator(`[data-officer="${user_name}"]`)).toBeVisible();
}

// REQ: F-Q01
test('an administrator leaves: the open page is out at once, and a new one needs a second person', async ({ page, browser, guards }) => {
  guards.expected.push(401, 403);
  const first = known('post').administrator;
  await openAsStranger(page);
  await signIn(page, first.user_name, first.password);
  await page.getByRole('link', { name: 'Officers' }).click();
  await addOfficer(page, 'ruth', 'Ruth', 'Administrator');
  await expect(page.locator('[data-officer="ruth"]')).toContainText('Administrator');

  const other = await browser.newContext();
  const there = await other.newPage();
  await openAsStranger(there);
  await signIn(there, 'ruth', kPassword);
  await there.getByRole('link', { name: 'Officers' }).click();
  await addOfficer(there, 'eve', 'Eve', 'Auditor');
  await expect(there.locator('[data-officer="eve"]')).toContainText('Waits for a second person: Auditor');
  const asked = there.locator('[data-grant="auditor"]');
  await expect(asked).toContainText('Another administrator has to approve this.');
  await expect(asked.getByRole('button', { name: 'Approve' })).toHaveCount(0);

  const mine = page.locator('[data-grant="auditor"]');
  await mine.getByRole('button', { name: 'Approve' }).click();
  const hint = await page.getByRole('dialog').getByText('Of the number').innerText();
  await page.getByRole('dialog').getByLabel('Last four characters').fill(hint.slice(-4));
  await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await expect(page.locator('[data-officer="eve"]')).not.toContainText('Waits');

  await page.locator('[data-officer="ruth"]').getByRole('button', { name: 'Deactivate' }).click();
  await expect(page.locator('[data-officer="ruth"]')).toContainText('Not active');
  await expect(there.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await other.close();
});

test('a locked screen shows nobody, and its officer finds the traveller again', async ({ page, guards }) => {
  guards.expected.push(401, 423);
  const { user_name, password } = known('post').officer;
  await openAsStranger(page);
  await signIn(page, user_name, password);
  await swipe(page, stranger());
  await expect(verdict(page)).toContainText('Nothing found');
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect(page.getByText('WANJIKU')).toHaveCount(0);
  const refused = await page.request.get(`${addressOf('post')}/api/v1/lists`);
  expect(refused.status()).toBe(423);
  await page.getByLabel('Password').fill('not the right one');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('alert')).toHaveText('User name or password is wrong.');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(verdict(page)).toContainText('Nothing found');
});

test('another officer signs in over the lock and sees nothing of the first one’s traveller', async ({ page }) => {
  const { user_name, password } = known('post').officer;
  await openAsStranger(page);
  await signIn(page, user_name, password);
  await inspect(page, stranger());
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await page.getByRole('button', { name: 'Another officer signs in' }).click();
  const other = known('post').other;
  await signIn(page, other.user_name, other.password);
  await expect(page.getByText('Ready for the next document')).toBeVisible();
  await expect(page.getByText('WANJIKU')).toHaveCount(0);
});

test('an emergency role is seen by everybody on shift', async ({ page, browser }) => {
  await openAs(page, '/booth');
  const context = await browser.newContext();
  const there = await context.newPage();
  await openAsStranger(there);
  const other = known('post').other;
  await signIn(there, other.user_name, other.password);
  await there.getByRole('link', { name: 'Officers' }).click();
  await there.getByRole('button', { name: 'Take an emergency role' }).click();
  await there.getByRole('dialog').getByLabel('Reason').fill('nobody at second line, fire alarm');
  await there.getByRole('dialog').getByRole('button', { name: 'Take an emergency role' }).click();
  await expect(page.getByText('Emergency: K. Other acts as Second line')).toBeVisible();
  await expect(page.getByText('fire alarm')).toBeVisible();
  await context.close();
});
