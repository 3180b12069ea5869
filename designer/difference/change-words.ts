import { hasText, t } from '../../web/data/i18n.ts';
import type { Meta } from '../../web/data/meta.ts';
import { detailWords, inputNamed } from './detail-words.ts';
import { readForm } from '../moddle/form.ts';
import { timerProperties } from '../timer/timer.ts';
import { readDuration } from '../timer/read-timer.ts';
import type { Change, Detail, WayEnd } from './difference.ts';

/** What an element is called in a list of changes: its name, else what it is. */
export const changeName = ({ name, what, between }: Change): string => {
  if (name) return name;
  if (between) return t('designer.diff.way', { from: endWords(between[0]), to: endWords(between[1]) });
  return t(`designer.kind.${what}`);
};

const endWords = ({ name, what }: WayEnd): string => name || t(`designer.kind.${what}`);

/** The flow's own texts, and what they are said of; undefined until the entities are known. */
type Reader = Meta | undefined;

/** Where a detail stands, in words: `Input “Stage”`, `Due`. */
export const detailPlace = ({ path }: Detail, change: Change, meta: Reader): string => {
  const label = partLabel(path, change, meta);
  const words = path
    .split('/')
    .map((segment) => placeWord(segment, label))
    .filter((word) => word !== '');
  return words.length > 0 ? words.join(' · ') : t('designer.diff.at.value.alone');
};

/** Parts that only hold others say nothing, nor do those that their value says already: their text is left out. */
const silent = new Set<string>([
  'extensionElements',
  'value',
  'body',
  'text',
  'Task',
  'Assignment',
  'Form',
  'Record',
  ...timerProperties,
]);

/** What a part of a step, such as an input or a field of its form, is called on the screen. */
const partLabel = (path: string, { before, after }: Change, meta: Reader): string => {
  const element = after ?? before;
  if (!element) return '';
  const field = /(?:^|\/)Field\.([^/]+)/.exec(path)?.[1];
  const named = readForm(element).fields.find(({ id }) => id === field)?.label;
  return named ?? (meta && inputNamed({ meta, element, path })?.field.label) ?? '';
};

const placeWord = (segment: string, label: string): string => {
  const dot = segment.indexOf('.');
  const [type, id] = dot < 0 ? [segment, ''] : [segment.slice(0, dot), segment.slice(dot + 1)];
  const name = ((type === 'Input' || type === 'Field') && label) || id;
  if (silent.has(type)) return '';
  const key = `designer.diff.at.${type.replace(/^relata:/, '')}`;
  if (!hasText(key)) return name ? `${type} ${name}` : type;
  return name && hasText(`${key}.named`) ? t(`${key}.named`, { name }) : t(key);
};

/** A value as people read it, on one side of a change. */
export const detailValue = (
  detail: Detail,
  { change, side, meta }: { change: Change; side: 'before' | 'after'; meta: Reader },
): string => {
  const { path } = detail;
  const value = detail[side];
  if (value === '') return t('designer.diff.nothing');
  if (value === 'true') return t('designer.diff.yes');
  if (path === '$type' && hasText(`designer.diff.type.${value}`)) return t(`designer.diff.type.${value}`);
  const element = change[side];
  const words = meta && element && detailWords({ meta, element, path }, value);
  if (words) return words;
  const span = readDuration(value);
  return span ? t(`designer.span.${span.unit}`, { count: span.amount }) : value;
};
