import relata from '../../moddle/relata.json' with { type: 'json' };
import { extension, one } from '../source.ts';
import type { Source } from '../source.ts';

/** Makes an element as the reader would. */
export type Create = (type: string, attributes: Record<string, unknown>) => Source;

/** An element of another tool: its attributes are plain members. */
export interface Foreign extends Source {
  $children?: Foreign[];
  $body?: string;
}

/** In JSONata; null where it has no counterpart, undefined where the text is in no language of the tool. */
export type ReadExpression = (text: string) => string | null | undefined;

interface PlaceInput {
  element: Source;
  create: Create;
  read: ReadExpression;
}

/** One element that is being translated: what another tool says becomes what we would have said. Each answers how. */
export class Place {
  readonly element: Source;
  private readonly create: Create;
  private readonly read: ReadExpression;

  constructor({ element, create, read }: PlaceInput) {
    this.element = element;
    this.create = create;
    this.read = read;
  }

  isA(...types: string[]): boolean {
    return types.some((type) => this.element.$type === `bpmn:${type}`);
  }

  /** An expression, or a text that is meant as it stands. */
  value(text: string): string | null {
    const read = this.read(text);
    return read === undefined ? JSON.stringify(text) : read;
  }

  /** An expression, or the name of a variable. */
  variable(text: string): string | null {
    const read = this.read(text);
    return read === undefined ? text : read;
  }

  /** The same for a list of names, each of which may be an expression. */
  list(text: string): string | null {
    const names = text.split(/,(?![^{]*\})/).map((name) => name.trim());
    const read = names.map((name) => this.read(name));
    if (names.length === 1 || read[0] === null || /^\s*=/.test(text)) {
      const whole = this.read(text);
      return whole === undefined ? JSON.stringify(names) : whole;
    }
    if (read.includes(null)) return null;
    return `[${names.map((name, at) => read[at] ?? JSON.stringify(name)).join(', ')}]`;
  }

  /** Whether the element looks at such an extension of ours. */
  takes(type: string): boolean {
    const places = allowedIn.get(type);
    return places === undefined || places.some((place) => (this.element as Typed).$instanceOf(place));
  }

  attribute(name: string, value: string | null): string | null {
    if (value === null) return null;
    (this.element as Settable).set(`relata:${name}`, value);
    return `relata:${name}="${value}"`;
  }

  script(source: string): void {
    (this.element as Settable).set('script', source);
    (this.element as Settable).set('scriptFormat', 'jsonata');
  }

  /** A part of our extension of this kind, which is made where there is none yet. */
  part(type: string, name: string, value: string | null): string | null {
    if (value === null || !this.takes(type)) return null;
    const found = extension(this.element, type) ?? this.add(type, {});
    (found as Settable).set(name, value);
    return `relata:${nameOf(type)} ${name}="${value}"`;
  }

  add(type: string, attributes: Record<string, unknown>): Source {
    const made = this.make(type, attributes);
    let holder = one(this.element, 'extensionElements');
    if (holder === undefined) {
      holder = this.create('bpmn:ExtensionElements', { values: [] });
      (this.element as Settable).set('extensionElements', holder);
    }
    (holder.get('values') as Source[]).push(made);
    return made;
  }

  /** Puts an element into a list within our extension of this kind. */
  addTo(type: string, list: string, [inner, attributes]: [string, Record<string, unknown>]): string | null {
    if (!this.takes(type)) return null;
    const found = extension(this.element, type) ?? this.add(type, {});
    (found.get(list) as Source[]).push(this.make(inner, attributes));
    return `relata:${nameOf(type)}/${nameOf(inner)} ${shown(attributes)}`;
  }

  make(type: string, attributes: Record<string, unknown>): Source {
    return this.create(`relata:${type}`, attributes);
  }
}

/** How an element is told in the list of what was translated. */
export const shown = (attributes: object): string =>
  Object.entries(attributes)
    .filter(([name, value]) => !name.startsWith('$') && /^(string|number|boolean)$/.test(typeof value))
    .map(([name, value]) => `${name}="${String(value)}"`)
    .join(' ');

/** Attributes that were asked for, by the element that has them: what nobody asked for is told as untranslated. */
const asked = new WeakMap<Foreign, Set<string>>();

export const attributeOf = (foreign: Foreign, name: string): string | undefined => {
  const names = asked.get(foreign) ?? new Set();
  asked.set(foreign, names.add(name));
  const value = foreign.get(name);
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** How it, and what stands within it, says what nobody asked for. */
export const unasked = (foreign: Foreign): string[] => {
  const rest = Object.entries(foreign).filter(
    ([name, value]) => typeof value === 'string' && !asked.get(foreign)?.has(name),
  );
  const said = shown(Object.fromEntries(rest));
  const inside = (foreign.$children ?? []).flatMap(unasked);
  return said === '' ? inside : [`<${foreign.$type} ${said}>`, ...inside];
};

const allowedIn = new Map(
  relata.types.flatMap((type): [string, string[]][] =>
    'meta' in type && type.meta !== undefined ? [[type.name, type.meta.allowedIn]] : [],
  ),
);

type Typed = Source & { $instanceOf(type: string): boolean };

/** The reader's elements can be written too; reading needs no more than `Source` says. */
type Settable = Source & { set(name: string, value: unknown): void };

const nameOf = (type: string): string => type.charAt(0).toLowerCase() + type.slice(1);
