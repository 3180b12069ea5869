import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { childOf, childrenOf, idOf } from '../moddle/moddle-element.ts';
import { readDiagram } from '../moddle/read-diagram.ts';
import { fromStarter } from './from-starter.ts';

const starter = readFileSync(
  new URL('../../plugins/sales/starters/quiet-deal.bpmn', import.meta.url),
  'utf8',
);

test('a flow made from a starter has a key of its own, and is drawn as the starter is', async () => {
  const own = await readDiagram(await fromStarter(starter, { key: 'our-deals', name: 'Our deals' }));
  const [process] = childrenOf(own.definitions, 'rootElements');
  const before = await readDiagram(starter);

  expect([idOf(process), process?.get('name')]).toEqual(['our-deals', 'Our deals']);
  expect(childrenOf(process, 'flowElements').map(idOf)).toEqual(
    childrenOf(before.byId.get('quiet-deal'), 'flowElements').map(idOf),
  );
  const plane = childOf(childrenOf(own.definitions, 'diagrams')[0], 'plane');
  expect(idOf(childOf(plane, 'bpmnElement'))).toBe('our-deals');
});
