import { expect, type Page } from '@playwright/test';

export interface ImportSteps {
  /** Entity, or `user` for people. */
  target: string;
  /** A path, or the bytes themselves. */
  file: string | { name: string; mimeType: string; buffer: Buffer };
  /** Column of the file → label of the field, where the guess is to be corrected; null leaves it out. */
  columns?: Record<string, string | null>;
  /** What the person does on the page of columns besides. */
  onColumns?: (page: Page) => Promise<void>;
  onValues?: (page: Page) => Promise<void>;
  onCheck?: (page: Page) => Promise<void>;
}

/** Walks through the wizard as a person would, to the last page; answers nothing before the import is done. */
export async function importFile(page: Page, steps: ImportSteps): Promise<void> {
  await page.goto(`/import/${steps.target}`);
  await page.locator('input[type=file]').setInputFiles(steps.file);
  const next = page.getByRole('button', { name: 'Check the rows' });
  await expect(next).toBeVisible();
  for (const [column, field] of Object.entries(steps.columns ?? {}))
    await page.getByLabel(`Field filled by ${column}`).selectOption({ label: field ?? 'Leave out' });
  await steps.onColumns?.(page);
  await next.click();
  const start = page.getByRole('button', { name: /^Import [\d,]+ rows?$/ });
  const again = page.getByRole('button', { name: 'Check again' });
  await expect(start.or(again)).toBeVisible({ timeout: 60_000 });
  if (await again.isVisible()) {
    await steps.onValues?.(page);
    await again.click();
  }
  await expect(start).toBeVisible({ timeout: 60_000 });
  await steps.onCheck?.(page);
  await start.click();
  await expect(page.getByRole('heading', { name: /are imported/ })).toBeVisible({ timeout: 120_000 });
}
