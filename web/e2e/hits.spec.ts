import type { Page } from '@playwright/test';
import { expect, inspect, openAs, swipe, test, verdict } from './fixtures';
import { kDiscreet, namesake, stranger } from './travellers';

const admit = { name: /^Admit/ };

// REQ: F-I04
test('the wrong person is cleared once: the second time nobody is asked, and it says so', async ({ page }) => {
  const document = namesake();
  await openAs(page, '/booth');
  await inspect(page, document);
  await expect(verdict(page)).toContainText('Compare before you decide');
  await page.keyboard.press('F7');
  await page.getByRole('button', { name: 'Not the same person' }).click();
  await expect(page.getByText('Compared: not the same person', { exact: true })).toBeVisible();
  await page.keyboard.press('F8');
  await expect(page.getByText('Recorded and signed')).toBeVisible();

  await openAs(page, '/booth');
  await inspect(page, document);
  await expect(page.locator('.compared')).toContainText('another person');
  await expect(verdict(page)).not.toContainText('Compare before you decide');
  await expect(page.getByRole('button', admit)).not.toHaveAttribute('aria-disabled', 'true');
});

interface Answered {
  lines: string[];
  body: string;
  etag: string;
  location: string;
}

/** Inspects strangers until one is drawn for the survey; the node's answer about them. */
async function surveyed(page: Page): Promise<Answered> {
  for (let tries = 0; tries < 1500; ++tries) {
    const lines = stranger('LINDKVIST', 'LENA MARIA');
    const answer = await page.evaluate(async (mrz) => {
      const session = await (await fetch('/api/v1/session')).json();
      const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID(), 'X-CSRF': session.csrf_token };
      const body = JSON.stringify({ mrz, direction: 'entry', lane: '4' });
      const opened = await fetch('/api/v1/inspections', { method: 'POST', headers, body });
      return { body: await opened.text(), etag: opened.headers.get('ETag') ?? '', location: opened.headers.get('Location') ?? '' };
    }, lines.join('\n'));
    if (JSON.parse(answer.body).record_details) return { lines, ...answer };
  }
  throw new Error('nobody was drawn');
}

/** All that an officer can see and a page can hold, but for who the traveller is. */
async function screenOf(page: Page): Promise<string> {
  const shape = await page.locator('main').evaluate((main) =>
    [...main.querySelectorAll('*')].map((each) => `${each.tagName}.${each.getAttribute('class')} ${[...each.attributes].map((a) => a.name).sort().join(' ')}`).join('\n'),
  );
  const text = await page.locator('main').innerText();
  return `${shape}\n${text.replaceAll(/[A-Z<]{3,}/g, 'N').replaceAll(/\d+/g, '9').replaceAll(/\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*/g, 'M')}`;
}

// REQ: F-I03
test('a discreet alert looks to the first line like a traveller drawn for the survey', async ({ page }) => {
  await openAs(page, '/booth');
  const control = await surveyed(page);
  await page.route('**/api/v1/inspections', (route) =>
    route.fulfill({ status: 201, contentType: 'application/json', headers: { ETag: control.etag, Location: control.location }, body: control.body }),
  );
  await inspect(page, control.lines);
  await expect(verdict(page)).toContainText('Nothing found');
  await expect(page.getByRole('button', admit)).toBeEnabled();
  await expect(page.locator('.details-form')).toBeVisible();
  const seen = await screenOf(page);
  await page.unroute('**/api/v1/inspections');

  await openAs(page, '/booth');
  await swipe(page, kDiscreet);
  await expect(verdict(page)).toContainText('Nothing found');
  await expect(page.getByRole('button', admit)).toBeEnabled();
  await expect(page.locator('.details-form')).toBeVisible();
  await expect.poll(() => screenOf(page)).toBe(seen);
  await expect(page.locator('main')).not.toContainText('NG-421');
});
