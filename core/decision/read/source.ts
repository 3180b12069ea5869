/** What the XML reader gives, with as few assumptions as reading it needs. */
export interface Source {
  $type: string;
  $parent?: Source;
  id?: string;
  name?: string;
  get(name: string): unknown;
}

const isSource = (value: unknown): value is Source =>
  typeof value === 'object' && value !== null && '$type' in value;

export const one = (source: Source, property: string): Source | undefined => {
  const value = source.get(property);
  return isSource(value) ? value : undefined;
};

export const many = (source: Source, property: string): Source[] => {
  const value = source.get(property);
  return Array.isArray(value) ? value.filter(isSource) : [];
};

/** An attribute or body as text without surrounding space; empty when absent. */
export const text = (source: Source | undefined, property: string): string => {
  const value = source?.get(property);
  return value === undefined || value === null ? '' : String(value).trim();
};

/** `#id` of a reference within the file. */
export const referred = (source: Source, property: string): string | undefined => {
  const reference = one(source, property);
  return reference && text(reference, 'href').replace(/^.*#/, '');
};

export const isOf = (source: Source, type: string): boolean => source.$type === `dmn:${type}`;
