import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { flowWorld, process, sequence, type FlowWorld } from '../../../tests/support/flow-world.ts';
import type { Actor } from '../../access/index.ts';

let world: FlowWorld;
let other: Actor;
beforeAll(async () => {
  world = await flowWorld();
  other = { ...world.admin, kind: 'user', id: 'second-admin', name: 'Second' };
});
afterAll(() => world.close());

const diagram = (key: string, task = 'ask', name = ''): string =>
  process(
    key,
    `<bpmn:startEvent id="s"/><bpmn:userTask id="${task}" name="${name}"/><bpmn:endEvent id="e"/>${sequence('s', task, 'e')}`,
  );

describe('drafts', () => {
  test('belong to one person, and are found again with what was drawn', async () => {
    // given
    const drawn = { flow: 'mine', base: 0, name: 'Mine', xml: '<x/>' };
    await world.flows.saveDraft({ actor: world.admin, ...drawn, rev: 0 });
    // then
    expect(await world.flows.draft({ actor: world.admin, flow: 'mine' })).toMatchObject({ ...drawn, rev: 1 });
    expect(await world.flows.draft({ actor: other, flow: 'mine' })).toBeNull();
    expect((await world.flows.drafts({ actor: world.admin })).items.map((draft) => draft.flow)).toEqual([
      'mine',
    ]);
  });

  test('a second tab does not write over what the first one saved', async () => {
    const drawn = { actor: world.admin, flow: 'tabs', base: 0, name: 'Tabs' };
    await world.flows.saveDraft({ ...drawn, xml: '<one/>', rev: 0 });
    await world.flows.saveDraft({ ...drawn, xml: '<two/>', rev: 1 });

    await expect(world.flows.saveDraft({ ...drawn, xml: '<three/>', rev: 1 })).rejects.toMatchObject({
      code: 'draft-moved',
      extra: { draft: { xml: '<two/>', rev: 2 } },
    });
  });

  test('are gone once they are deployed', async () => {
    const xml = diagram('drawn');
    await world.flows.saveDraft({ actor: other, flow: 'drawn', base: 0, name: 'D', xml, rev: 0 });
    await world.flows.deploy({ actor: other, xml, base: { flow: 'drawn', version: 0 } });

    expect(await world.flows.draft({ actor: other, flow: 'drawn' })).toBeNull();
  });
});

describe('two at one flow', () => {
  test('each is told of the other until that one leaves', async () => {
    const [mine, theirs] = [randomUUID(), randomUUID()];
    const here = { flow: 'shared', base: 1, isChanged: false };
    await world.flows.keepEditor({ actor: other, tab: theirs, ...here, isChanged: true });

    expect((await world.flows.keepEditor({ actor: world.admin, tab: mine, ...here })).items).toMatchObject([
      { name: 'Second', isSelf: false, isChanged: true, base: 1 },
    ]);
    await world.flows.leaveEditor({ flow: 'shared', tab: theirs });
    expect((await world.flows.keepEditor({ actor: world.admin, tab: mine, ...here })).items).toEqual([]);
  });

  test('one who went without a word counts no more', async () => {
    const here = { flow: 'left', base: 1, isChanged: false };
    await world.flows.keepEditor({ actor: other, tab: randomUUID(), ...here });
    await world.sql`update flow.editor set seen_at = now() - interval '1 minute' where flow = 'left'`;

    expect((await world.flows.keepEditor({ actor: world.admin, tab: randomUUID(), ...here })).items).toEqual(
      [],
    );
  });

  test('who deploys last does not undo the first without knowing', async () => {
    // given both drew on version 1
    await world.deploy(diagram('both'));
    const base = { flow: 'both', version: 1 };
    await world.flows.deploy({ actor: other, xml: diagram('both', 'ask', 'Theirs'), base });
    // when, then
    await expect(
      world.flows.deploy({ actor: world.admin, xml: diagram('both', 'ask', 'Mine'), base }),
    ).rejects.toMatchObject({ code: 'flow-moved', params: { base: 1, latest: 2 } });
    expect((await world.flows.versions('both')).items).toHaveLength(2);
  });
});

describe('versions', () => {
  test('say who made them, why, and what they bring back', async () => {
    await world.deploy(diagram('told'));
    const second = { actor: other, xml: diagram('told', 'ask', 'New'), note: ' Clearer words. ' };
    await world.flows.deploy({ ...second, base: { flow: 'told', version: 1 } });
    await world.flows.deploy({ actor: other, xml: diagram('told'), restores: 1 });

    expect((await world.flows.versions('told')).items).toMatchObject([
      { version: 3, restores: 1, note: null },
      { version: 2, note: 'Clearer words.', drawnOn: 1, deployedBy: { title: 'Second' } },
      { version: 1, note: null, drawnOn: null, restores: null },
    ]);
  });

  test('a plan tells which of those that run would fit, and what is in the way', async () => {
    // given two that wait at `ask`
    await world.deploy(diagram('plan'));
    await world.start('plan');
    await world.start('plan');
    const plan = { actor: world.admin, flow: 'plan', xml: diagram('plan', 'ask-anew') };
    // when the task is another one
    const { versions } = await world.flows.planDeployment({ ...plan, mapping: {} });
    expect(versions).toMatchObject([
      { version: 1, looked: 2, fits: 0, problems: [{ element: 'ask', count: 2 }] },
    ]);
    // when it is said what became of it
    const mapped = await world.flows.planDeployment({ ...plan, mapping: { ask: 'ask-anew' } });
    expect(mapped.versions).toMatchObject([{ version: 1, looked: 2, fits: 2, problems: [] }]);
  });
});

describe('figures', () => {
  test('count what each element did in one version', async () => {
    // given three runs, of which two are through
    await world.deploy(diagram('measured'));
    const ids = [await world.start('measured'), await world.start('measured'), await world.start('measured')];
    for (const id of ids.slice(0, 2)) {
      const [item] = await world.items(id);
      await world.flows.complete({ actor: world.admin, id: item!.id, variables: {} });
    }
    // when
    const figures = await world.flows.figures({ flow: 'measured', version: 1, from: null });
    // then
    expect(figures).toMatchObject({ instances: 3, completed: 2, running: 1, isPartial: false });
    expect(figures.elements.find(({ element }) => element === 'ask')).toMatchObject({
      entered: 3,
      completed: 2,
      incidents: 0,
      median: expect.any(Number),
    });
    const later = { flow: 'measured', version: 1, from: new Date(Date.now() + 60_000) };
    expect((await world.flows.figures(later)).instances).toBe(0);
  });
});
