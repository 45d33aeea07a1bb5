import { check, expect, inspect, openAs, swipe, test, verdict } from './fixtures';
import { kListed, kNumberListed, kStayedTooLong, stranger, wrongDigit } from './travellers';

const admit = { name: /^Admit/ };

// REQ: F-E01
test('a clear traveller is admitted with F8, without a mouse and without scrolling', async ({ page }) => {
  await openAs(page, '/booth');
  await inspect(page, stranger());
  await expect(page.locator('.name')).toHaveText('GRACE NJERI WANJIKU');
  await expect(verdict(page)).toContainText('Nothing found');
  await expect(page.locator('.days')).toHaveText(/days left/);
  expect(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight)).toBe(true);
  await page.keyboard.press('F8');
  await expect(page.locator('.last')).toContainText('Admitted');
  await expect(page.getByText('Recorded and signed')).toBeVisible();
});

test('the reader needs no focus and presses no button', async ({ page }) => {
  await openAs(page, '/booth');
  await page.getByRole('button', { name: 'Sign out' }).focus();
  await inspect(page, stranger('TANAKA', 'YUKO'));
  await expect(page.locator('.name')).toHaveText('YUKO TANAKA');
});

test('a swipe leaves nothing in a text that has the focus', async ({ page }) => {
  await openAs(page, '/booth');
  await page.keyboard.press('F2');
  const typed = page.getByRole('textbox', { name: 'Type the machine readable zone' });
  await expect(typed).toBeFocused();
  await typed.fill('P<');
  await page.waitForTimeout(300);
  await swipe(page, stranger('TANAKA', 'YUKO'));
  await expect(page.locator('.name')).toHaveText('YUKO TANAKA');
});

for (const layout of ['french', 'arabic'] as const) {
  test(`a swipe is read on a PC with a ${layout} keyboard`, async ({ page }) => {
    await openAs(page, '/booth');
    await swipe(page, stranger(), layout);
    await expect(page.locator('.name')).toHaveText('GRACE NJERI WANJIKU');
    await expect(check(page, 'check_digits')).toHaveAttribute('data-state', 'clear');
  });
}

test('the person is on the screen before the node answers', async ({ page }) => {
  await openAs(page, '/booth');
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/api/v1/inspections', async (route) => {
    await held;
    await route.continue();
  });
  await swipe(page, stranger());
  await expect(page.locator('.name')).toHaveText('GRACE NJERI WANJIKU');
  await expect(verdict(page)).toContainText('Checking');
  await expect(check(page, 'watchlist')).toHaveAttribute('data-state', 'pending');
  await expect(page.getByRole('button', admit)).toHaveAttribute('aria-disabled', 'true');
  answer();
  await expect(verdict(page)).toContainText('Nothing found');
});

// REQ: F-E03
test('a possible match closes Admit until it is compared', async ({ page }) => {
  await openAs(page, '/booth');
  await inspect(page, kListed);
  await expect(verdict(page)).toContainText('Compare before you decide');
  await expect(page.getByRole('button', admit)).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByText('Admit is closed until the match is compared.').first()).toBeVisible();
  await page.keyboard.press('F8');
  await expect(page.locator('.name')).toHaveText('ANNA MARIA ERIKSSON');
  await page.keyboard.press('F7');
  await expect(page.locator('[data-pane="match"]')).toBeFocused();
  await expect(page.locator('.evidence [data-relation="same"]').first()).toBeVisible();
  await page.getByRole('button', { name: 'Not the same person' }).click();
  await expect(page.getByText('Compared: not the same person', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', admit)).not.toHaveAttribute('aria-disabled');
  await page.keyboard.press('F8');
  await expect(page.getByText('Recorded and signed')).toBeVisible();
});

test('the same person is referred with one button', async ({ page }) => {
  await openAs(page, '/booth');
  await inspect(page, kListed);
  await page.getByRole('button', { name: 'Same person: refer' }).click();
  await expect(page.locator('.last')).toContainText('Referred');
  await expect(page.getByText('Recorded and signed')).toBeVisible();
});

test('a listed document number leaves only referring', async ({ page }) => {
  await openAs(page, '/booth');
  await inspect(page, kNumberListed);
  await expect(page.locator('.stage')).toContainText('document number equal');
  await expect(page.getByRole('button', { name: 'Same person: refer' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Not the same person' })).toHaveCount(0);
});

// REQ: F-E02
test('a wrong check digit is shown, and admitting asks for a reason', async ({ page }) => {
  await openAs(page, '/booth');
  await inspect(page, wrongDigit());
  await expect(check(page, 'check_digits')).toHaveAttribute('data-state', 'review');
  await expect(page.getByText('The check digit of the document number differs.')).toBeVisible();
  await page.keyboard.press('F8');
  const dialog = page.getByRole('dialog', { name: 'Admit with a reason' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('F8');
  await expect(dialog.getByRole('alert')).toHaveText('Choose a reason.');
  await dialog.getByRole('radio', { name: 'Document examined, found good' }).check();
  await page.keyboard.press('F8');
  await expect(page.getByText('Recorded and signed')).toBeVisible();
});

test('a stay used up closes Admit and suggests the ground', async ({ page }) => {
  await openAs(page, '/booth');
  await inspect(page, kStayedTooLong);
  await expect(verdict(page)).toContainText('Admission is closed');
  await expect(page.locator('.days')).toHaveText('0 days left');
  await page.keyboard.press('F10');
  await expect(page.getByRole('checkbox', { name: 'F Days of stay already used' })).toBeChecked();
});

test('no answer and not checked are never drawn like clear', async ({ page }) => {
  await openAs(page, '/booth', { kind: 'bare' });
  await inspect(page, stranger());
  const shapeOf = (name: string) => check(page, name).locator('svg').getAttribute('data-shape');
  await expect(check(page, 'watchlist')).toContainText('No answer');
  await expect(check(page, 'chip')).toContainText('Not checked');
  expect([await shapeOf('watchlist'), await shapeOf('chip'), await shapeOf('check_digits')]).toEqual(['unavailable', 'unavailable', 'clear']);
  const colours = await page.locator('.checks .state-text').evaluateAll((words) =>
    words.map((word) => [word.getAttribute('data-state'), getComputedStyle(word).color]));
  const clear = colours.find(([state]) => state === 'clear')?.[1];
  expect(colours.filter(([state, colour]) => state !== 'clear' && colour === clear)).toEqual([]);
  await expect(verdict(page)).not.toContainText('Nothing found');
  await page.keyboard.press('F8');
  await page.getByRole('radio', { name: 'Lists searched elsewhere' }).check();
  await page.keyboard.press('F8');
  await expect(page.getByText('Recorded and signed')).toBeVisible();
});

test('a server that does not answer is said so, and asked again', async ({ page, guards }) => {
  guards.expected.push(0);
  await openAs(page, '/booth');
  await page.route('**/api/v1/inspections', (route) => route.fulfill({ status: 503, contentType: 'text/plain', body: 'away' }));
  guards.expected.push(503);
  await swipe(page, stranger());
  await expect(verdict(page)).toContainText('No answer');
  await expect(check(page, 'watchlist')).toHaveAttribute('data-state', 'unavailable');
  await page.unroute('**/api/v1/inspections');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(verdict(page)).toContainText('Nothing found');
});

// REQ: F-E04
test('a refusal is proposed with grounds and facts, and waits for the second person', async ({ page }) => {
  await openAs(page, '/booth');
  await inspect(page, stranger());
  await page.keyboard.press('F10');
  const dialog = page.getByRole('dialog', { name: 'Refuse entry' });
  await expect(dialog.getByRole('checkbox')).toHaveCount(10);
  await page.keyboard.press('F10');
  await expect(dialog.getByRole('alert')).toHaveText('Tick at least one ground.');
  await dialog.getByRole('checkbox', { name: /^E / }).check();
  await page.keyboard.press('F10');
  await expect(dialog.getByRole('alert')).toHaveText('Write the facts.');
  await dialog.getByLabel('Facts').fill('No address for the stay.');
  await page.keyboard.press('F10');
  await expect(page.locator('.last')).toContainText('Refusal proposed');
  await expect(page.locator('.last')).toContainText('Waits for the second person');
  await expect(page.locator('.ready-head')).toBeVisible();
});

test('Esc does not drop a typed text without asking', async ({ page }) => {
  await openAs(page, '/booth');
  await inspect(page, stranger());
  await page.keyboard.press('F10');
  await page.getByLabel('Facts').fill('Half a sent');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Press Esc again to drop it.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('nobody is refused on exit', async ({ page }) => {
  await openAs(page, '/booth', { direction: 'exit' });
  await inspect(page, stranger('TANAKA', 'YUKO'));
  await expect(page.getByRole('button', { name: /^Refuse/ })).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByText('Refuse is closed: only an entry can be refused.').first()).toBeVisible();
});

test('a decision is taken back with Ctrl Z, and the traveller is open again', async ({ page }) => {
  await openAs(page, '/booth');
  await inspect(page, stranger());
  await page.keyboard.press('F8');
  await expect(page.getByText(/for \d+ more seconds/)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('The decision is taken back. Decide again.')).toBeVisible();
  await expect(page.locator('.name')).toHaveText('GRACE NJERI WANJIKU');
  await page.keyboard.press('F9');
  await page.keyboard.press('F9');
  await expect(page.locator('.last')).toContainText('Referred');
});

test('a second swipe sets the first traveller aside, and the first document brings them back', async ({ page }) => {
  const first = stranger();
  await openAs(page, '/booth');
  await inspect(page, first);
  await page.waitForTimeout(300);
  await inspect(page, stranger('TANAKA', 'YUKO'));
  await expect(page.getByText('1 traveller set aside, undecided')).toBeVisible();
  await page.keyboard.press('F8');
  await page.getByRole('button', { name: 'Go on with GRACE NJERI WANJIKU' }).click();
  await expect(page.locator('.name')).toHaveText('GRACE NJERI WANJIKU');
  await page.waitForTimeout(300);
  await swipe(page, first);
  await expect(page.getByText('This document is already open.')).toBeVisible();
  await expect(page.getByText(/set aside/)).toHaveCount(0);
});

test('an open traveller survives a look at another screen', async ({ page }) => {
  await openAs(page, '/booth');
  await inspect(page, stranger());
  await page.getByRole('link', { name: 'Lists' }).click();
  await expect(page.getByRole('heading', { name: 'Lists' })).toBeVisible();
  await page.getByRole('link', { name: 'Inspection' }).click();
  await expect(page.locator('.name')).toHaveText('GRACE NJERI WANJIKU');
});

test('a zone typed by hand is marked so', async ({ page }) => {
  await openAs(page, '/booth');
  await page.keyboard.press('F2');
  const lines = stranger('SILVA', 'RITA');
  await page.getByRole('textbox', { name: 'Type the machine readable zone' }).fill(lines.join('\n').toLowerCase());
  await expect(page.getByText('TD3: all check digits agree')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.name')).toHaveText('RITA SILVA');
  await expect(page.getByText('Typed by hand', { exact: true })).toBeVisible();
  await expect(check(page, 'check_digits')).toHaveAttribute('data-state', 'info');
});

test('half a swipe is told, never dropped', async ({ page }) => {
  await openAs(page, '/booth');
  await swipe(page, stranger().slice(0, 1));
  await expect(page.getByText('The reader sent only part of the lines. Swipe again.')).toBeVisible();
});

test('all crossings are shown with F4', async ({ page }) => {
  await openAs(page, '/booth');
  await inspect(page, kListed);
  await page.keyboard.press('F4');
  await expect(page.getByRole('dialog', { name: 'Travel history' }).locator('tbody tr').first()).toBeVisible();
});
