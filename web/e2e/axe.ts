// The accessibility checker, run inside the page.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const kAxe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const kRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page as it stands, one line for each rule. */
export async function violations(page: Page, where: string): Promise<string[]> {
  await page.evaluate(kAxe);
  const results = await page.evaluate(
    (rules) => (globalThis as unknown as { axe: { run: (root: Document, options: object) => Promise<AxeResults> } }).axe.run(document, { runOnly: rules }),
    kRules,
  );
  return results.violations.map((found) => `${where}: ${found.id}: ${found.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
}
