import { expect, type Page } from '@playwright/test';

/** Clicks the middle of a sequence flow: the centre of its box may lie beside an angled line. */
export async function clickFlow(page: Page, id: string): Promise<void> {
  const line = page.locator(`g[data-element-id="${id}"] .djs-visual > path`).first();
  await expect(page.locator('.djs-shape .djs-visual').first()).toBeVisible();
  // A level line has no height, and so is never visible.
  await expect(line).toBeAttached();
  const middle = await line.evaluate((node) => {
    const path = node as SVGPathElement;
    const point = path.getPointAtLength(path.getTotalLength() / 2);
    const onScreen = new DOMPoint(point.x, point.y).matrixTransform(path.getScreenCTM()!);
    return { x: onScreen.x, y: onScreen.y };
  });
  await page.mouse.click(middle.x, middle.y);
}
