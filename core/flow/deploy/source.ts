/** What the XML reader gives, with as few assumptions as reading it needs. */
export interface Source {
  $type: string;
  $parent?: Source;
  id?: string;
  name?: string;
  get(name: string): unknown;
}

export const isSource = (value: unknown): value is Source =>
  typeof value === 'object' && value !== null && '$type' in value && typeof value.$type === 'string';

/** One referenced or contained element; undefined when absent. */
export const one = (source: Source, property: string): Source | undefined => {
  const value = source.get(property);
  return isSource(value) ? value : undefined;
};

export const many = (source: Source, property: string): Source[] => {
  const value = source.get(property);
  return Array.isArray(value) ? value.filter(isSource) : [];
};

/** An attribute or body as text without surrounding space; undefined when absent or empty. */
export const text = (source: Source, property: string): string | undefined => {
  const value = source.get(property);
  if (value === undefined || value === null) return undefined;
  const trimmed = String(value).trim();
  return trimmed === '' ? undefined : trimmed;
};

export const flag = (source: Source, property: string): boolean | undefined => {
  const value = source.get(property);
  return typeof value === 'boolean' ? value : undefined;
};

/** `bpmn:UserTask` as `userTask`. */
export const typeOf = (source: Source): string => {
  const local = source.$type.slice(source.$type.indexOf(':') + 1);
  return local.charAt(0).toLowerCase() + local.slice(1);
};

/** Our extensions of one kind: in `extensionElements`, or directly beside the standard's own. */
export const extensions = (source: Source, type: string): Source[] => {
  const holder = one(source, 'extensionElements');
  const inside = holder === undefined ? [] : many(holder, 'values');
  return [...inside, ...many(source, 'loose')].filter((each) => each.$type === `relata:${type}`);
};

export const extension = (source: Source, type: string): Source | undefined => extensions(source, type)[0];

/** What an event reacts to or throws, be it written in the event or shared by reference. */
export const definitionsOf = (event: Source): Source[] => [
  ...many(event, 'eventDefinitions'),
  ...many(event, 'eventDefinitionRef'),
];

/** The text of an expression element, such as `conditionExpression`. */
export const expressionIn = (source: Source, property: string): string | undefined => {
  const expression = one(source, property);
  return expression === undefined ? undefined : text(expression, 'body');
};
