/** What became different between two contents, as places and values: the same for every kind of definition. */
export interface Difference {
  /** Names on the way to the place: of members, and of the things in lists by what names them. */
  path: string[];
  before: unknown;
  after: unknown;
}

const most = 200;

export function differences(before: unknown, after: unknown): Difference[] {
  const found: Difference[] = [];
  compare({ before, after, path: [] }, found);
  return found.slice(0, most);
}

function compare({ before, after, path }: Difference, found: Difference[]): void {
  if (isSame(before, after)) return;
  const [left, right] = [membersOf(before), membersOf(after)];
  // Half a rule says nothing, and half of it less.
  if (!left || !right || path.at(-1) === 'where') {
    found.push({ path, before: before ?? null, after: after ?? null });
    return;
  }
  for (const name of new Set([...left.keys(), ...right.keys()]))
    compare({ before: left.get(name) ?? null, after: right.get(name) ?? null, path: [...path, name] }, found);
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Members of an object, or of a list of things that can be told apart; null for what is compared as a whole. */
function membersOf(value: unknown): Map<string, unknown> | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  if (value.length === 0) return new Map();
  const names = value.map(nameOf);
  if (names.some((name) => name === undefined)) return null;
  const counts = new Map<string, number>();
  return new Map(
    value.map((one, index) => {
      const name = names[index]!;
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      return [count > 1 ? `${name} ${count}` : name, one as unknown];
    }),
  );
}

function nameOf(one: unknown): string | undefined {
  if (typeof one !== 'object' || one === null) return undefined;
  if ('op' in one) return operationName(one);
  if ('operations' in one) return overlayName(one);
  for (const name of ['id', 'key', 'entity', 'name', 'value'])
    if (name in one) {
      // The cast: the member was just found to be there.
      const value = (one as Record<string, unknown>)[name];
      if (typeof value === 'string') return value;
    }
  return undefined;
}

/** A change of a screen, by the part it is about and, where it sets one thing of it, by that. */
function operationName(one: object): string | undefined {
  // The casts here and below: members that are looked for one by one.
  const { id, path, node } = one as { id?: unknown; path?: unknown; node?: { id?: unknown } };
  const part = id ?? node?.id;
  if (typeof part !== 'string') return undefined;
  return typeof path === 'string' ? `${part}.${path}` : part;
}

/** Changes of a screen for some people or devices; for everybody where it names none. */
function overlayName(one: object): string {
  const { role, device } = one as { role?: unknown; device?: unknown };
  return [role, device].filter((each) => typeof each === 'string').join(' ') || '*';
}
