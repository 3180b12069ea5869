import { entityOf, type Meta } from '../../web/data/meta.ts';
import { ownerFor } from './input-kind.ts';
import type { Pair } from '../moddle/pairs.ts';
import type { SchemaField } from '../moddle/schema-fields.ts';

interface Inputs {
  meta: Meta;
  /** The entity that the flow is about. */
  subject: string;
  fields: readonly SchemaField[];
}

/**
 * The inputs when another entity was chosen in `changed`: what stood for the record of the former one stands for the
 * one of the new that the subject leads to, and is left to choose where there is none, or more than one.
 */
export const followEntity = (
  { meta, subject, fields }: Inputs,
  { inputs, changed }: { inputs: readonly Pair[]; changed: string },
): Pair[] => {
  const followers = new Set(fields.filter(({ recordOf }) => recordOf === changed).map(({ name }) => name));
  return inputs.flatMap((input) => {
    const field = followers.has(input.name) && fields.find(({ name }) => name === input.name);
    if (!field || !ofSubject.test(input.value.trim())) return [input];
    const value = recordFrom(meta, subject, ownerFor(field, inputs));
    return value === '' ? [] : [{ ...input, value }];
  });
};

/** What the panel itself writes for the record and those it leads to. */
const ofSubject = /^\$subject(\.\w+)?\.id$/;

function recordFrom(meta: Meta, subject: string, entity: string): string {
  if (entity === subject) return '$subject.id';
  const ways = (entityOf(meta, subject)?.fields ?? []).filter((field) => field.entity === entity);
  return ways.length === 1 ? `$subject.${ways[0]!.id}.id` : '';
}
