import { expect, known, openAs, openAsStranger, swipe, test, verdict } from './fixtures';
import { stranger } from './travellers';

// REQ: F-Q01
test('an officer signs in, says where the PC is, and is at the booth', async ({ page }) => {
  const { user_name, password } = known('post').officer;
  await page.goto('/');
  await page.getByLabel('User name').fill(user_name);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: '3' }).check();
  await page.getByRole('radio', { name: 'Exit' }).check();
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText('Ready for the next document')).toBeVisible();
  await expect(page.getByRole('button', { name: 'North Gate · Lane 3 · Exit' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'North Gate · Lane 3 · Exit' })).toBeVisible();
});

test('a wrong password is refused in words', async ({ page, guards }) => {
  guards.expected.push(401);
  await openAsStranger(page);
  await page.getByLabel('User name').fill('k.other');
  await page.getByLabel('Password').fill('not the right one');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toHaveText('User name or password is wrong.');
});

test('signing out ends the session on the node', async ({ page }) => {
  const { user_name, password } = known('post').officer;
  await openAsStranger(page);
  await page.getByLabel('User name').fill(user_name);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.goto('/booth');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('a lost session leads to the door, and the open traveller is still there behind it', async ({ page, guards, context }) => {
  guards.expected.push(401);
  await openAs(page, '/booth');
  await swipe(page, stranger());
  await expect(verdict(page)).toContainText('Nothing found');
  await context.clearCookies();
  await page.keyboard.press('F8');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  const { user_name, password } = known('post').officer;
  await page.getByLabel('User name').fill(user_name);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'NOT RECORDED' })).toContainText('GRACE NJERI WANJIKU');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Recorded and signed')).toBeVisible();
});

test('the first administrator enrols with the one-time code', async ({ page, guards }) => {
  guards.expected.push(403);
  await openAsStranger(page, { kind: 'first' });
  await expect(page.getByRole('heading', { name: 'First administrator' })).toBeVisible();
  await page.getByLabel('Enrolment code').fill('AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AA');
  await page.getByLabel('User name').fill('first.admin');
  await page.getByLabel('Name shown to colleagues').fill('First Administrator');
  await page.getByLabel('Password').fill(known('first').enrolment_code.repeat(2));
  await page.getByRole('button', { name: 'Make the administrator' }).click();
  await expect(page.getByRole('alert')).toHaveText('The code is wrong.');
  await page.getByLabel('Enrolment code').fill(known('first').enrolment_code);
  await page.getByRole('button', { name: 'Make the administrator' }).click();
  await expect(page.getByText('First Administrator')).toBeVisible();
});
