import { findPeople, findRecords, titleOf, type Choice } from '../../web/data/choices.ts';
import { entityOf, type Meta } from '../../web/data/meta.ts';
import { listRecords, readRecord } from '../../web/data/records.ts';
import { listReports, readReport } from '../../web/data/reports.ts';
import { listSegments, readSegment } from '../../web/data/segments.ts';
import { findUsers } from '../../web/data/users.ts';
import { measureLabel } from '../../web/screens/report/report-values.ts';
import type { SchemaField } from '../moddle/schema-fields.ts';

/** How what an input names is looked for, and what the one that it names is called. */
export interface Finder {
  find(search: string): Promise<Choice[]>;
  /** Null for one that is not there. */
  read(id: string): Promise<Choice | null>;
}

interface Place {
  /** The entity, or the report, among whose it is looked for. */
  owner: string;
  /** The entity that the flow is about. */
  subject: string;
}

/** `owner` decides where the input is about a record or a measure, and `choose` of the input otherwise. */
export function finderFor(meta: Meta, field: SchemaField, { owner, subject }: Place): Finder {
  if (field.choose === 'list') return listsOf(meta, subject);
  if (field.choose === 'segment') return segmentsOf(subject);
  if (field.choose === 'report') return reports;
  if (field.measureOf !== '') return measuresOf(meta, owner);
  if (owner === 'user') return people;
  return field.by === '' ? recordsOf(meta, owner) : recordsBy(meta, { entity: owner, by: field.by });
}

const people: Finder = {
  find: findPeople,
  read: async (id) => {
    const user = (await findUsers()).find((each) => each.id === id);
    return user ? { id, title: user.name } : null;
  },
};

const recordsOf = (meta: Meta, entity: string): Finder => ({
  find: findRecords(meta, entity),
  read: async (id) => {
    const title = entityOf(meta, entity)?.title;
    return title ? { id, title: titleOf(title, await readRecord(entity, id)) } : null;
  },
});

/** Records that are known by a text of theirs. */
function recordsBy(meta: Meta, { entity, by }: { entity: string; by: string }): Finder {
  const title = entityOf(meta, entity)?.title ?? by;
  const asked = async (query: Parameters<typeof listRecords>[1]): Promise<Choice[]> =>
    (await listRecords(entity, { ...query, fields: [title, by] })).items.flatMap((record) => {
      const id = record[by];
      return typeof id === 'string' ? [{ id, title: titleOf(title, record), hint: id }] : [];
    });
  return {
    find: (search) => asked({ search, limit: 20, ...(!search && { sort: [title] }) }),
    read: async (id) => (await asked({ filter: { [by]: { eq: id } }, limit: 1 }))[0] ?? null,
  };
}

/** Those of records that the flow is about come first. */
const listsOf = (meta: Meta, subject: string): Finder => ({
  find: async (search) =>
    (await listSegments({ search, isList: true }))
      .toSorted((one, other) => Number(other.entity === subject) - Number(one.entity === subject))
      .map(({ id, name, entity }) => ({ id, title: name, hint: entityOf(meta, entity)?.label.many })),
  read: async (id) => ({ id, title: (await readSegment(id)).name }),
});

/** By their keys. */
function segmentsOf(entity: string): Finder {
  const found = async (search: string): Promise<Choice[]> =>
    (await listSegments({ search, entity })).map(({ key, name }) => ({ id: key, title: name }));
  return { find: found, read: async (id) => (await found('')).find((each) => each.id === id) ?? null };
}

/** A flow reads those that are shared. */
const reports: Finder = {
  find: async (search) =>
    (await listReports())
      .filter(({ sharing, name }) => sharing !== 'private' && isFound(name, search))
      .map(({ id, name }) => ({ id, title: name })),
  read: async (id) => ({ id, title: (await readReport(id)).name }),
};

function measuresOf(meta: Meta, report: string): Finder {
  const all = async (): Promise<Choice[]> => {
    if (report === '') return [];
    const { definition } = await readReport(report);
    const entity = entityOf(meta, definition.entity);
    return definition.measures.map((measure) => ({
      id: measure.id,
      title: entity ? measureLabel(measure, entity) : measure.id,
    }));
  };
  return {
    find: async (search) => (await all()).filter(({ title }) => isFound(title, search)),
    read: async (id) => (await all()).find((each) => each.id === id) ?? null,
  };
}

const isFound = (name: string, search: string): boolean => name.toLowerCase().includes(search.toLowerCase());
