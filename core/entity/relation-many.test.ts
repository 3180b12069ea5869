import { afterAll, expect, test } from 'vitest';
import { bandWorld, namesOf } from '../../tests/support/band-world.ts';
import { systemActor as system } from '../access/index.ts';

const { world, ann, bands, make, write, undo, remove, shows } = await bandWorld();
afterAll(() => world.close());

const bandsOf = async (id: string, actor = system) =>
  namesOf((await world.records.read({ actor, entity: 'show', id }))['bands']);

test('links read as references by their titles, and two who add at once do not overwrite each other', async () => {
  const id = await make('show', {
    name: 'Opening',
    bands: [bands.cure, { id: bands.abba, title: 'Abba' }, bands.cure],
  });
  expect(await bandsOf(id)).toEqual(['Abba', 'Cure']);
  await Promise.all([
    write(id, { bands: { add: [bands.blur] } }),
    write(id, { bands: { add: [bands.doors], remove: [bands.cure] } }),
  ]);
  expect(await bandsOf(id)).toEqual(['Abba', 'Blur', 'Doors']);
  expect(await write(id, { bands: [bands.abba] }, { version: 1 })).toMatchObject({
    ok: false,
    problem: { code: 'version-conflict' },
  });
  expect(await write(id, { bands: [bands.doors, bands.blur, bands.abba] })).toMatchObject({ version: 3 });
  expect(await write(id, { bands: [] })).toMatchObject({ ok: true });
  expect(await bandsOf(id)).toBe(null);
});

test('expressions count none in an empty list, read and asked for alike', async () => {
  const plain = await make('show', { name: 'Plain', styles: [] });
  const mixed = await make('show', { name: 'Mixed', styles: ['folk', 'punk'] });
  const read = async (id: string) => {
    const { variety, isPlain } = await world.records.read({ actor: system, entity: 'show', id });
    return { variety, isPlain };
  };
  const found = async (filter: Record<string, unknown>) => {
    const { items } = await world.records.list({ actor: system, entity: 'show', filter });
    return items.map(({ id }) => id).filter((id) => [plain, mixed].includes(String(id)));
  };
  expect(await read(plain)).toEqual({ variety: 0, isPlain: true });
  expect(await read(mixed)).toEqual({ variety: 2, isPlain: false });
  expect(await found({ variety: 0 })).toEqual([plain]);
  expect(await found({ isPlain: false })).toEqual([mixed]);
});

test('what is no record, or too much, is refused with its field', async () => {
  const id = await make('show', { name: 'Refused' });
  const missing = '00000000-0000-4000-8000-000000000000';
  const codes = async (value: unknown) => {
    const result = await write(id, { bands: value });
    return result.ok ? [] : result.problem.errors!.map(({ pointer, code }) => `${pointer} ${code}`);
  };
  expect(await codes([missing])).toEqual(['/bands relation-missing']);
  expect(await codes('Abba')).toEqual(['/bands not-list']);
  expect(await codes({ put: [bands.abba] })).toEqual(['/bands not-list']);
  expect(await codes(['Abba'])).toEqual(['/bands not-id']);
});

test('history says what came and went, and undo takes back no more than that', async () => {
  const id = await make('show', { name: 'Undone', bands: [bands.abba, bands.blur] });
  await write(id, { bands: { add: [bands.cure], remove: [bands.abba] } }, { request: 'swap' });
  const { items } = await world.records.timeline({ actor: system, entity: 'show', id });
  const { before, after } = (items[0]!['changes'] as { bands: Record<'before' | 'after', unknown> }).bands;
  expect([namesOf(before), namesOf(after)].map((names) => names!.toSorted())).toEqual([
    ['Abba', 'Blur'],
    ['Blur', 'Cure'],
  ]);
  // given that somebody has added one since
  await write(id, { bands: { add: [bands.doors] } });
  expect(await undo('swap')).toMatchObject({ undone: 1, skipped: [] });
  expect(await bandsOf(id)).toEqual(['Abba', 'Blur', 'Doors']);
});

test('nobody sees, adds or takes away what they may not see', async () => {
  const id = await make('show', { name: 'Secret guests', bands: [bands.abba, bands.cure] });
  expect(await bandsOf(id, ann)).toEqual(['Abba']);
  // a whole value leaves the others in place, and so does taking them away
  expect(await write(id, { bands: [bands.blur] }, { actor: ann })).toMatchObject({ ok: true });
  expect(await write(id, { bands: { remove: [bands.cure] } }, { actor: ann })).toMatchObject({ ok: true });
  expect(await bandsOf(id)).toEqual(['Blur', 'Cure']);
  expect(await write(id, { bands: { add: [bands.doors] } }, { actor: ann })).toMatchObject({
    problem: { errors: [{ pointer: '/bands', code: 'relation-missing' }] },
  });
  const { items } = await world.records.timeline({ actor: ann, entity: 'show', id });
  const said = items.map(({ changes }) => changes);
  expect(JSON.stringify(said)).not.toContain(bands.cure);
  // and conditions over what they lead to find only what is seen
  expect(await shows({ name: 'Secret guests', 'bands.name': 'Cure' }, ann)).toEqual([]);
  expect(await shows({ name: 'Secret guests', 'bands.name': 'Cure' })).toEqual(['Secret guests']);
});

test('filters ask for any, all and none of them, for none at all, and for what they lead to', async () => {
  const hall = await make('city', { name: 'Hall' });
  const own = { city: hall };
  await make('show', { ...own, name: 'f1', seats: 5, bands: [bands.abba, bands.blur] });
  await make('show', { ...own, name: 'f2', seats: 20, bands: [bands.blur] });
  await make('show', { ...own, name: 'f3' });
  const found = (filter: Record<string, unknown>) => shows({ and: [own, filter] });
  expect(await found({ bands: { in: [bands.abba, bands.cure] } })).toEqual(['f1']);
  expect(await found({ bands: [{ id: bands.blur, title: 'Blur' }] })).toEqual(['f1', 'f2']);
  expect(await found({ bands: { all: [bands.abba, bands.blur] } })).toEqual(['f1']);
  expect(await found({ bands: { nin: [bands.abba] } })).toEqual(['f2', 'f3']);
  expect(await found({ bands: null })).toEqual(['f3']);
  expect(await found({ bands: { isNull: false } })).toEqual(['f1', 'f2']);
  expect(await found({ 'bands.genre': 'pop' })).toEqual(['f1']);
  expect(await found({ not: { 'bands.genre': 'pop' } })).toEqual(['f2', 'f3']);
  await expect(world.records.list({ actor: system, entity: 'show', sort: ['bands'] })).rejects.toMatchObject({
    code: 'validation',
  });
  // found by the names of what they lead to, also after one of those is renamed
  const searched = async (search: string) =>
    (await world.records.list({ actor: system, entity: 'show', search, filter: own, sort: ['name'] })).items
      .length;
  expect(await searched('blur')).toBe(2);
  await write(bands.blur, { name: 'Blurred' }, { entity: 'band' });
  expect(await searched('blurred')).toBe(2);
  await write(bands.blur, { name: 'Blur' }, { entity: 'band' });
});

test('the other side counts and adds up what leads to it', async () => {
  const queen = await make('band', { name: 'Queen' });
  await make('show', { name: 'r1', seats: 5, bands: [queen, bands.abba] });
  await make('show', { name: 'r2', seats: 20, bands: [queen] });
  expect(await world.records.read({ actor: system, entity: 'band', id: queen })).toMatchObject({
    shows: 2,
    seats: 20,
  });
});

test('a deleted record leaves every list, and comes back into them with its undoing; some may not go', async () => {
  const rush = await make('band', { name: 'Rush', friends: [bands.abba] });
  const tours = [
    await make('show', { name: 'd1', bands: [rush, bands.abba] }),
    await make('show', { name: 'd2', bands: [rush] }),
  ];
  const town = await make('city', { name: 'Town', patrons: [rush, bands.abba] });
  expect(await remove('band', rush)).toMatchObject({ ok: false, problem: { code: 'record-in-use' } });
  await write(town, { patrons: { remove: [rush] } }, { entity: 'city' });
  await remove('band', rush, 'rush-goes');
  expect(await Promise.all(tours.map((id) => bandsOf(id)))).toEqual([['Abba'], null]);
  expect(await undo('rush-goes')).toMatchObject({ undone: 3 });
  expect(await Promise.all(tours.map((id) => bandsOf(id)))).toEqual([['Abba', 'Rush'], ['Rush']]);
});

test('a merge joins the lists of both, and points everybody to the one that stays', async () => {
  const [one, two] = await world.create('band', [
    { name: 'Twin', friends: [bands.abba] },
    { name: 'Twins', friends: [bands.abba, bands.blur] },
  ]);
  const both = await make('show', { name: 'm1', bands: [one, two] });
  const second = await make('show', { name: 'm2', bands: [two] });
  await write(one!, { friends: { add: [two] } }, { entity: 'band' });
  await world.records.merge({
    actor: system,
    entity: 'band',
    into: one!,
    from: [two!],
    cause: { request: 'twins' },
  });
  expect(await bandsOf(both)).toEqual(['Twin']);
  expect(await bandsOf(second)).toEqual(['Twin']);
  const { friends } = await world.records.read({ actor: system, entity: 'band', id: one! });
  expect(namesOf(friends)).toEqual(['Abba', 'Blur']);
  await undo('twins');
  expect(await bandsOf(both)).toEqual(['Twin', 'Twins']);
});
