import { idOf, isA, textOf, type ModdleElement } from '../moddle/moddle-element.ts';

/** What an element says, by where it says it: `name`, `extensionElements/relata:Task/input.stage/value`. */
export type Facts = ReadonlyMap<string, Fact>;

export interface Fact {
  /** As it is read: of something referred to, its name. */
  shown: string;
  /** What it is compared by: a new name of what it refers to is no change here. */
  same: string;
}

const told = (value: unknown): Fact => ({ shown: String(value), same: String(value) });
const referred = (element: ModdleElement): Fact => ({
  shown: textOf(element, 'name') || idOf(element),
  same: idOf(element),
});

interface Property {
  name: string;
  ns: { name: string; localName: string };
  isMany?: boolean;
  isReference?: boolean;
}

/** Told by the diagram itself, or elements of their own. */
const toldElsewhere = new Set([
  'id',
  'flowElements',
  'artifacts',
  'laneSets',
  'lanes',
  'rootElements',
  'diagrams',
  'participants',
  'messageFlows',
  'incoming',
  'outgoing',
  'flowNodeRef',
  'di',
]);

export const factsOf = (element: ModdleElement): Facts => {
  const facts = new Map<string, Fact>();
  collect(element, [], facts);
  return facts;
};

const collect = (element: ModdleElement, path: string[], facts: Map<string, Fact>): void => {
  for (const property of propertiesOf(element)) {
    if (toldElsewhere.has(property.ns.localName)) continue;
    const value = element.get(property.ns.name);
    const at = [...path, property.ns.localName];
    if (property.isMany) many(value, { at, property, facts });
    else if (value !== undefined && value !== null && value !== false) one(value, { at, property, facts });
  }
  for (const [name, value] of Object.entries(element.$attrs ?? {}))
    if (!name.startsWith('xmlns')) facts.set([...path, name].join('/'), told(value));
};

interface Place {
  at: string[];
  property: Property;
  facts: Map<string, Fact>;
}

const one = (value: unknown, { at, property, facts }: Place): void => {
  if (!isElement(value)) facts.set(at.join('/'), told(value));
  else if (property.isReference) facts.set(at.join('/'), referred(value));
  else if (isA(value, 'bpmn:Expression') && textOf(value, 'body'))
    facts.set(at.join('/'), told(textOf(value, 'body')));
  else collect(value, at, facts);
};

const many = (value: unknown, { at, property, facts }: Place): void => {
  if (!Array.isArray(value)) return;
  for (const [index, each] of value.entries()) {
    if (!isElement(each)) facts.set([...at, String(index + 1)].join('/'), told(each));
    else if (property.isReference) facts.set([...at, idOf(each)].join('/'), referred(each));
    else {
      const place = [...at.slice(0, -1), nameIn(each, at.at(-1) ?? '', index)];
      const isText = isA(each, 'bpmn:Documentation');
      // That it is there is a fact too, when it says nothing.
      facts.set(place.join('/'), told(isText ? textOf(each, 'text') : ''));
      if (!isText) collect(each, place, facts);
    }
  }
};

/** Parts of a list are known by their name or type, so that a new one in between does not change all behind it. */
const nameIn = (part: ModdleElement, list: string, index: number): string => {
  const name = ['name', 'variable', 'target', 'source', 'id'].map((key) => textOf(part, key)).find(Boolean);
  if (list === 'values' || list === 'eventDefinitions') return part.$type.replace(/^.*:/, '');
  return `${part.$type.replace(/^.*:/, '')}.${name ?? index + 1}`;
};

const propertiesOf = (element: ModdleElement): Property[] =>
  // bpmn-moddle's own description of a type, which its declaration leaves out.
  (element as unknown as { $descriptor?: { properties?: Property[] } }).$descriptor?.properties ?? [];

const isElement = (value: unknown): value is ModdleElement =>
  typeof value === 'object' && value !== null && '$type' in value;
