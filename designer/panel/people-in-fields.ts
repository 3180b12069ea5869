import { entityOf, type Meta, type MetaField } from '../../web/data/meta.ts';

/** Where a record, or one that it leads to, names a person, as expressions and in words. */
export function peopleInFields(meta: Meta, subject: string): { value: string; label: string }[] {
  const fields = entityOf(meta, subject)?.fields ?? [];
  const near = fields.filter((field) => isPerson(field) && field.id !== 'owner');
  const far = fields
    .filter(({ type }) => type === 'relation')
    .flatMap((relation) =>
      (entityOf(meta, relation.entity ?? '')?.fields ?? []).filter(isPerson).map((field) => ({
        value: `$subject.${relation.id}.${field.id}.id`,
        label: `${relation.label} › ${field.label}`,
      })),
    );
  return [...near.map(({ id, label }) => ({ value: `$subject.${id}.id`, label })), ...far];
}

/** Who made a record or changed it last is no field that somebody fills in. */
const isPerson = ({ id, type, isSystem }: MetaField): boolean =>
  type === 'user' && (!isSystem || id === 'owner');
