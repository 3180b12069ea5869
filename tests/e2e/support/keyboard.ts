import { expect, type Page } from '@playwright/test';

/** What has the focus, as it is announced: its label, or its words. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body) return '';
    const labels =
      element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels : null;
    const root = element.getRootNode();
    // A button of ours has its words in a slot.
    const slotted = root instanceof ShadowRoot ? root.host.textContent : '';
    const words =
      element.getAttribute('aria-label') ??
      (labels?.[0]?.textContent || element.textContent?.trim() || slotted || '');
    return words.replaceAll(/\s+/g, ' ').trim();
  });

/** Presses Tab until the focus is on what is so called; says what it met on the way when it is never reached. */
export async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  const met: string[] = [];
  for (let presses = 0; presses < 120; presses += 1) {
    const at = await focused(page);
    if (name.test(at)) return;
    met.push(at.slice(0, 30));
    await page.keyboard.press(key);
  }
  expect(met, `${String(name)} is reached by ${key}`).toContain(name.source);
}

/** Opens a page by its name in the palette. */
export async function goByName(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search or do' })).toBeFocused();
  await page.keyboard.type(name);
  await expect(page.getByRole('option', { name, exact: true }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Search or do' })).toBeHidden();
}
