import { chromium, type CDPSession, type Page } from '@playwright/test';
import { largeDiagram } from '../../designer/testing/large-diagram.ts';
import type { Figure } from './figure.ts';
import type { World } from './world.ts';

const person = { name: 'Bench', email: 'bench@example.com', password: 'a bench has a long password' };
const elements = 500;
const openings = 3;
const moves = 60;

/** How long the designer takes to open, and what moving a shape costs in a large diagram, in a real browser. */
export async function benchDesigner({ relata }: World): Promise<Figure[]> {
  await relata.call('POST', '/api/users', { ...person, roles: ['administrator'] });
  await relata.call('POST', '/api/flows', { xml: largeDiagram({ elements }) });
  const isRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath: process.env['RELATA_BROWSER'] ?? '/usr/bin/chromium',
    args: ['--disable-background-networking', '--disable-gpu', ...(isRoot ? ['--no-sandbox'] : [])],
  });
  try {
    const page = await browser.newPage({ baseURL: relata.url, viewport: { width: 1_440, height: 900 } });
    await page.request.post('/api/auth/sign-in/email', { data: person, headers: { origin: relata.url } });
    const times: number[] = [];
    for (let opening = 0; opening < openings; opening += 1) times.push(await open(page));
    const opened = times.toSorted((a, b) => a - b)[Math.floor(openings / 2)]!;
    const script = await scriptPerMove(page);
    return [
      {
        what: `designer opens with ${elements} elements, page load included`,
        value: opened / 1_000,
        unit: 's',
        against: 'under 2',
        isMet: opened < 2_000,
      },
      {
        what: `script per pointer move while a shape of ${elements} elements is dragged`,
        value: script,
        unit: 'ms',
        against: 'under 8',
        isMet: script < 8,
      },
    ];
  } finally {
    await browser.close();
  }
}

async function open(page: Page): Promise<number> {
  const began = performance.now();
  await page.goto('/flows/large');
  await page.locator('g[data-element-id="n7"]').waitFor();
  return performance.now() - began;
}

/** Seconds of script so far, as the browser counts them. */
const scriptSeconds = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find((metric) => metric.name === 'ScriptDuration')?.value ?? 0;
};

async function scriptPerMove(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const box = await page.locator('g[data-element-id="n7"] .djs-hit').first().boundingBox();
  if (!box) throw new Error('The shape to be moved is not in view.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  // The first moves begin the drag: what follows is what each costs.
  await page.mouse.move(x + 12, y + 12, { steps: 4 });
  const before = await scriptSeconds(session);
  await page.mouse.move(x + 90, y + 70, { steps: moves });
  const after = await scriptSeconds(session);
  await page.mouse.up();
  return ((after - before) * 1_000) / moves;
}
