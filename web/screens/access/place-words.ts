import { formatDateTime } from '../../data/format.ts';
import { hasText, t } from '../../data/i18n.ts';
import { ofLocale } from '../../data/local-text.ts';
import { entityOf, fieldOf, type Meta, type MetaEntity, type MetaScreen } from '../../data/meta.ts';

interface Place {
  meta: Meta;
  /** Of the definition that was changed. */
  kind: string;
  id: string;
  path: readonly string[];
}

/** Where in a definition something became different, in the words of its entities and fields. */
export function placeWords({ meta, kind, id, path }: Place): string {
  const screen = kind === 'screen' ? meta.screens.find((each) => each.id === id) : undefined;
  const about = kind === 'screen' ? screen?.entity : id;
  let entity = kind === 'entity' || kind === 'screen' ? entityOf(meta, about ?? '') : undefined;
  const words: string[] = [];
  for (const [index, name] of path.entries()) {
    if (silent.has(name) || (holdsFields(name) && index < path.length - 1)) continue;
    const before = path[index - 1];
    const other: MetaEntity | undefined = before === 'grants' ? entityOf(meta, name) : undefined;
    entity = other ?? entity;
    const isPart = kind === 'screen' && (before === undefined || holdsParts.has(before));
    const part = isPart ? partName({ entity, screen }, name) : undefined;
    words.push(other?.label.many ?? part ?? wordOf(name, before, entity));
  }
  return words.join(' › ');
}

/** Of an entity, or of what is changed on one that a plugin brought. */
const holdsFields = (name: string): boolean => name === 'fields' || name === 'changes';

/** What only says how a definition is kept. */
const silent = new Set([
  ...['definition', 'overlay', 'content', 'grants', 'rules', 'uniques'],
  ...['overlays', 'operations', '*', 'value', 'body', 'children'],
]);

const holdsParts = new Set(['operations', 'body', 'children']);

function wordOf(name: string, before: string | undefined, entity: MetaEntity | undefined): string {
  if (before === 'rules' || before === 'uniques') return t(`audit.place.${before}`);
  if (before !== undefined && holdsFields(before) && entity) return fieldName(entity, name);
  return hasText(`audit.place.${name}`) ? t(`audit.place.${name}`) : name;
}

/**
 * A part of a screen and what is set of it, `card.amount.label`: by its own words, by the field that it shows, or by
 * what kind of part it is.
 */
function partName(
  { entity, screen }: { entity: MetaEntity | undefined; screen: MetaScreen | undefined },
  name: string,
): string | undefined {
  const words = name.split('.');
  const isField = (word: string): boolean =>
    entity !== undefined && (fieldOf(entity, word) !== undefined || entity.removed?.[word] !== undefined);
  const field = words.find(isField);
  const id = words.findLast((_, at) => nodeIn(screen, words.slice(0, at + 1).join('.')));
  const node = id && nodeIn(screen, words.slice(0, words.lastIndexOf(id) + 1).join('.'));
  const setting = words.length > 1 ? words.at(-1)! : '';
  const key = `audit.place.${setting}`;
  const isTold = setting !== '' && setting !== field && setting !== id && hasText(key);
  const part = node ? nodeName(node) : field && entity ? fieldName(entity, field) : undefined;
  return part && `${part}${isTold ? ` › ${t(key)}` : ''}`;
}

type Node = Record<string, unknown>;

/** The part of a screen that has this id, at any depth. */
function nodeIn(within: unknown, id: string): Node | undefined {
  if (typeof within !== 'object' || within === null) return undefined;
  // The cast: any object may be asked for its members.
  const node = within as Node;
  if (node['id'] === id && typeof node['node'] === 'string') return node;
  for (const value of Object.values(node)) {
    const found = nodeIn(value, id);
    if (found) return found;
  }
  return undefined;
}

function nodeName({ title, label, text, node }: Node): string | undefined {
  const written = [title, label, text].find((each) => typeof each === 'string' && each !== '');
  const key = `audit.node.${String(node)}`;
  return typeof written === 'string' ? written : hasText(key) ? t(key) : undefined;
}

/** Also of one that was removed and can come back. */
export const fieldName = (entity: MetaEntity, id: string): string =>
  fieldOf(entity, id)?.label ?? entity.removed?.[id] ?? id;

const isMoment = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** A value as one would say it: a thing by its name, a text per language in the reader's. */
export function differenceText(value: unknown): string {
  if (value === null || value === undefined) return t('audit.nothing');
  if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no');
  if (Array.isArray(value)) return value.map(differenceText).join(t('list.comma')) || t('audit.nothing');
  if (typeof value === 'string' && isMoment.test(value)) return formatDateTime(new Date(value));
  if (typeof value !== 'object') return String(value).slice(0, 200);
  // The casts: any object may be asked for its members.
  const { op, node, value: set } = value as { op?: unknown; node?: unknown; value?: unknown };
  if (typeof op === 'string' && hasText(`audit.op.${op}`)) {
    const what = op === 'set' ? set : node;
    return what === undefined ? t(`audit.op.${op}`) : `${t(`audit.op.${op}`)}: ${differenceText(what)}`;
  }
  const { label, type, name, title, value: own, ...texts } = value as Record<string, unknown>;
  const named = [label, name, title, own].find((one) => one !== undefined);
  const isText = 'en' in texts || 'zh-CN' in texts;
  if (isText) return ofLocale(texts);
  if (named === undefined) return JSON.stringify(value).slice(0, 200);
  const typed = typeof type === 'string' && hasText(`fieldType.${type}`) ? t(`fieldType.${type}`) : undefined;
  return typed ? t('audit.typed', { name: differenceText(named), type: typed }) : differenceText(named);
}
