/** What uses an entity or a field: found in parsed definitions, never by searching text. */
import type { LocalText } from '../definition.ts';

export interface Use {
  entity: string;
  /** The entity as a whole when absent. */
  field?: string;
  /** An option of that field, where it is named. */
  option?: string;
  /** `screen`, `flow`, `role`, `formula` …: the words are `use.<kind>`. */
  kind: string;
  /** Of what uses it, unique within the kind. */
  id: string;
  /** What people call it; a text key of the locales, or a text per language. */
  name: string | LocalText;
  /** Where in it, as people would say it. */
  place?: string;
  /** Where it is edited in the browser. */
  href?: string;
  /** Whether it no longer works without the field, or just shows one thing less. */
  isBroken: boolean;
  /** A path goes on behind the field: `account` of `account.name`. */
  isPassed?: boolean;
  /** Of a relation: a list of records in place of one leaves it as it is. */
  isAlikeForMany?: boolean;
}

/** Each part that has definitions registers one. */
export interface UsesProvider {
  kind: string;
  uses(): Promise<Use[]>;
}

export interface Uses {
  register(provider: UsesProvider): void;
  /** All uses of an entity, its fields included; of all entities without one. */
  of(entity?: string): Promise<Use[]>;
}

export function createUses(): Uses {
  const providers: UsesProvider[] = [];
  return {
    register: (provider) => {
      providers.push(provider);
    },
    of: async (entity) => {
      const lists = await Promise.all(providers.map((provider) => provider.uses()));
      const all = distinct(lists.flat());
      return entity === undefined ? all : all.filter((use) => use.entity === entity);
    },
  };
}

/** A field that stands twice in one place is used there once. */
function distinct(uses: readonly Use[]): Use[] {
  const found = new Map<string, Use>();
  for (const use of uses) {
    const { entity, field, option, kind, id, place } = use;
    const key = JSON.stringify([entity, field, option, kind, id, place]);
    const known = found.get(key);
    // What would break it most is told.
    if (!known || weight(use) > weight(known)) found.set(key, use);
  }
  return [...found.values()];
}

const weight = ({ isBroken, isAlikeForMany }: Use): number => 2 * Number(isBroken) + Number(!isAlikeForMany);
