import { isRelation } from '../../data/is-relation.ts';
import { entityOf, type Meta, type MetaEntity, type MetaField } from '../../data/meta.ts';

export interface RollupSource {
  entity: MetaEntity;
  /** Its relation that leads here, or to what leads here: `deal.account`. */
  by: string;
  label: string;
}

/** What can be rolled up on an entity: what leads to it, then what leads to that. */
export function rollupSources(meta: Meta, entity: string): RollupSource[] {
  const near = leadingTo(meta, entity).map(({ owner, field }) => ({
    ...{ entity: owner, by: field.id, label: field.label },
  }));
  const far = near
    .filter((source) => source.entity.id !== entity)
    .flatMap((middle) =>
      leadingTo(meta, middle.entity.id)
        .filter(({ owner }) => owner.id !== entity && owner.id !== middle.entity.id)
        .map(({ owner, field }) => ({
          entity: owner,
          by: `${field.id}.${middle.by}`,
          label: `${field.label} › ${middle.label}`,
        })),
    );
  return [...near, ...far];
}

const leadingTo = (meta: Meta, target: string): { owner: MetaEntity; field: MetaField }[] =>
  entityOf(meta, target)
    ? meta.entities.flatMap((owner) =>
        owner.fields
          .filter((field) => isRelation(field) && field.entity === target)
          .map((field) => ({ owner, field })),
      )
    : [];
