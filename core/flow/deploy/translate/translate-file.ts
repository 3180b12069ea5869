/**
 * Files made elsewhere: what other tools say in extensions of their own is said in ours before the file is read, and
 * expressions are put into JSONata; what was said in ours is taken out. The lists say what became of each.
 */
import { isSource, many, one, text } from '../source.ts';
import type { Source } from '../source.ts';
import { camunda7 } from './camunda-7.ts';
import { camunda8 } from './camunda-8.ts';
import { flowable } from './flowable.ts';
import { operaton } from './operaton.ts';
import { correlate } from './correlate.ts';
import { Place, shown, unasked } from './place.ts';
import type { Create, Foreign } from './place.ts';
import type { Outcome, Tool } from './tool.ts';

export interface Translations {
  translations: { element: string | null; from: string; to: string }[];
  untranslated: { element: string | null; from: string }[];
}

interface Input {
  xml: string;
  definitions: Source;
  create: Create;
}

const tools: readonly Tool[] = [camunda7, operaton, flowable, camunda8];

export const translateFile = ({ xml, definitions, create }: Input): Translations => {
  const result: Translations = { translations: [], untranslated: [] };
  const spoken = toolsIn(xml);
  if (spoken.size === 0) return result;
  const languages = [...new Set(spoken.values())];
  const read = (expression: string): string | null | undefined => {
    const answers = languages.map((tool) => tool.read(expression));
    return (
      answers.find((answer) => answer !== undefined && answer !== null) ??
      answers.find((answer) => answer === null)
    );
  };
  const elements = elementsOf(definitions);
  // Rules look at what stands beside: nothing is taken out before all is read.
  const spent: (() => void)[] = [];
  for (const element of elements) {
    const place = new Place({ element, create, read });
    const tell = teller(result, element);
    spent.push(...translateAttributes(place, spoken, tell));
    translateExtensions(place, spoken, tell);
    translateExpressions(place, { read, languages }, tell);
    spent.push(...correlate(place, { create, read }, tell));
    tellNames(place, read, tell);
  }
  for (const takeOut of spent) takeOut();
  return result;
};

/** Says at which element; what has no id of its own is said of what it stands in. */
const teller =
  (result: Translations, element: Source): Tell =>
  (from, to) => {
    const at = idOf(element);
    if (to === null) result.untranslated.push({ element: at, from });
    else result.translations.push({ element: at, from, to });
  };

type Tell = (from: string, to: Outcome) => void;

/** Tools by the prefix that the file gives to their namespace. */
const toolsIn = (xml: string): Map<string, Tool> => {
  const found = new Map<string, Tool>();
  for (const [, prefix, namespace] of xml.matchAll(/\sxmlns:([\w.-]+)\s*=\s*["']([^"']*)["']/g)) {
    const tool = tools.find((each) => each.namespaces.includes(namespace!));
    if (tool !== undefined) found.set(prefix!, tool);
  }
  return found;
};

/** Everything in the order of the file; extensions are looked at with the element that they stand in. */
const elementsOf = (definitions: Source): Source[] => {
  const found: Source[] = [];
  const open: Source[] = [definitions];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    found.push(element);
    const inner = Object.values(element)
      .flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : [value]))
      .filter(isSource)
      .filter((each) => each.$parent === element && /^bpmn:(?!ExtensionElements)/.test(each.$type));
    open.push(...inner.toReversed());
  }
  return found;
};

const idOf = (element: Source): string | null => {
  let holder: Source | undefined = element;
  while (holder !== undefined && holder.id === undefined) holder = holder.$parent;
  return holder?.id ?? null;
};

const split = (name: string): [prefix: string, local: string] => {
  const at = name.indexOf(':');
  return [name.slice(0, Math.max(at, 0)), name.slice(at + 1)];
};

/** Answers what takes out those that are said in ours. */
const translateAttributes = (place: Place, spoken: ReadonlyMap<string, Tool>, tell: Tell): (() => void)[] => {
  // The reader keeps what it does not know here.
  const { $attrs = {} } = place.element as Source & { $attrs?: Record<string, string> };
  return Object.entries($attrs).flatMap(([name, value]) => {
    const [prefix, local] = split(name);
    const tool = spoken.get(prefix);
    if (tool === undefined || prefix === 'xmlns') return [];
    const outcome = ruleFor(tool.attributes, local)?.(place, value) ?? null;
    tell(`${name}="${value}"`, outcome);
    return outcome === null ? [] : [() => void delete $attrs[name]];
  });
};

const translateExtensions = (place: Place, spoken: ReadonlyMap<string, Tool>, tell: Tell): void => {
  const holder = one(place.element, 'extensionElements');
  if (holder === undefined) return;
  // A copy: translating adds to this list.
  const open = [...(many(holder, 'values') as Foreign[])];
  const done = new Set<Foreign>();
  const containers = new Set<Foreign>();
  for (let foreign = open.shift(); foreign !== undefined; foreign = open.shift()) {
    const [prefix, local] = split(foreign.$type);
    const tool = spoken.get(prefix);
    if (tool === undefined || isSubscription(place, foreign)) continue;
    if (tool.containers.includes(local)) {
      containers.add(foreign);
      open.unshift(...(foreign.$children ?? []));
    } else {
      const outcome = ruleFor(tool.extensions, local)?.(place, foreign) ?? null;
      tell(told(foreign), outcome);
      if (outcome !== null) for (const rest of unasked(foreign)) tell(rest, null);
      if (outcome !== null) done.add(foreign);
    }
  }
  for (const container of [...containers].toReversed()) {
    keepOnly(container.$children ?? [], (each) => !done.has(each));
    if (container.$children?.length === 0) done.add(container);
  }
  keepOnly(holder.get('values') as Foreign[], (each) => !done.has(each));
};

const keepOnly = <Item>(list: Item[], isKept: (item: Item) => boolean): void => {
  list.splice(0, Infinity, ...list.filter(isKept));
};

/** Told with the elements that await the message. */
const isSubscription = (place: Place, foreign: Foreign): boolean =>
  place.isA('Message') && foreign.$type.endsWith(':subscription');

const ruleFor = <Rule>(rules: Readonly<Record<string, Rule>>, name: string): Rule | undefined =>
  Object.hasOwn(rules, name) ? rules[name] : undefined;

const told = (foreign: Foreign): string => {
  const body = foreign.$body?.trim();
  return `<${foreign.$type} ${shown(foreign)}`.trimEnd() + (body ? `>${body.slice(0, 100)}` : '>');
};

/** Names and codes are the same for all here: an expression in one is none. */
const tellNames = ({ element }: Place, read: Tool['read'], tell: Tell): void => {
  const property = named[element.$type];
  const given = property && text(element, property);
  if (given && read(given) !== undefined) tell(`${property}="${given}"`, null);
};

const named: Readonly<Record<string, string>> = {
  'bpmn:Message': 'name',
  'bpmn:Signal': 'name',
  'bpmn:Error': 'errorCode',
  'bpmn:Escalation': 'escalationCode',
};

/** Expressions in the standard's own places: conditions, timers, loops, scripts. */
const translateExpressions = (
  { element }: Place,
  { read, languages }: { read: Tool['read']; languages: readonly Tool[] },
  tell: Tell,
): void => {
  const isScript = element.$type === 'bpmn:ScriptTask';
  const format = text(element, 'scriptFormat')?.toLowerCase() ?? '';
  if (isScript && !languages.some((tool) => tool.scriptFormats.includes(format))) return;
  const property = isScript ? 'script' : element.$type === 'bpmn:CallActivity' ? 'calledElement' : 'body';
  if (property === 'body' && !/^bpmn:(Formal)?Expression$/.test(element.$type)) return;
  const given = text(element, property);
  const language = property === 'body' ? text(element, 'language') : undefined;
  if (given && language && !/(^|[/:+-])(jsonata|feel|juel)/i.test(language))
    return tell(`language="${language}": ${given.slice(0, 100)}`, null);
  const found = given === undefined ? undefined : read(given);
  if (found === undefined || given === undefined) return;
  tell(given, found);
  if (found === null) return;
  const writable = element as Source & { set(name: string, value: unknown): void };
  writable.set(property === 'calledElement' ? 'relata:flow' : property, found);
  if (isScript) writable.set('scriptFormat', 'jsonata');
};
