import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Driver } from '../step/testing/driver.ts';
import { openCatalogue } from '../step/testing/load-flow.ts';
import { deploy } from './deploy.ts';

const folder = new URL('../../../tests/flows/', import.meta.url);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.bpmn'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'));

const at = fc.double({ min: 0, max: 0.999, noNaN: true });
const damage = fc.record({ how: fc.constantFrom('drop', 'double', 'swap', 'cut'), here: at, there: at });

/** What editing by hand and broken tools do: tags lost or doubled, attributes mixed up, pieces cut out. */
const damaged = (xml: string, { how, here, there }: { how: string; here: number; there: number }): string => {
  const parts = [...xml.matchAll(how === 'swap' ? /"[^"]*"/g : /<[^>]*>/g)];
  if (how === 'cut')
    return xml.slice(0, Math.floor(xml.length * here)) + xml.slice(Math.floor(xml.length * there));
  const one = parts[Math.floor(parts.length * here)];
  const other = parts[Math.floor(parts.length * there)];
  if (one === undefined || other === undefined) return xml;
  const rest = xml.slice(one.index + one[0].length);
  if (how === 'drop') return xml.slice(0, one.index) + rest;
  return xml.slice(0, one.index) + (how === 'double' ? other[0] + one[0] : other[0]) + rest;
};

test('a damaged file is refused with reasons, or runs: nothing throws', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.array(damage, { minLength: 1, maxLength: 3 }),
      async (xml, damages) => {
        // given a file that was damaged; when it is deployed
        const { flows, errors } = await deploy(damages.reduce(damaged, xml), openCatalogue);
        // then it says why not, or there is a flow that starts and takes what comes
        expect(flows.length > 0).toBe(errors.length === 0);
        for (const { graph } of flows) {
          const flow = new Driver(graph).start({ n: 1, amount: 2, order: 'a', again: false });
          for (let left = 20; left > 0 && flow.waits.size > 0; left--)
            flow.fire([...flow.waits.values()][0]!.element);
          expect(flow.summary.state).toBeDefined();
        }
      },
    ),
    { numRuns: 150 },
  );
});
