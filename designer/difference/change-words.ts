import { hasText, t } from '../../web/data/i18n.ts';
import { readDuration } from '../timer/read-timer.ts';
import type { Change, Detail, WayEnd } from './difference.ts';

/** What an element is called in a list of changes: its name, else what it is. */
export const changeName = ({ name, what, between }: Change): string => {
  if (name) return name;
  if (between) return t('designer.diff.way', { from: endWords(between[0]), to: endWords(between[1]) });
  return t(`designer.kind.${what}`);
};

const endWords = ({ name, what }: WayEnd): string => name || t(`designer.kind.${what}`);

/** Where a detail stands, in words: `Input “stage”`, `Due`. */
export const detailPlace = (path: string): string => {
  const words = path
    .split('/')
    .map(placeWord)
    .filter((word) => word !== '');
  return words.length > 0 ? words.join(' · ') : t('designer.diff.at.value.alone');
};

/** Parts that only hold others say nothing: their text is left out. */
const silent = new Set([
  'extensionElements',
  'value',
  'body',
  'text',
  'Task',
  'Assignment',
  'Form',
  'Record',
]);

const placeWord = (segment: string): string => {
  const dot = segment.indexOf('.');
  const [type, name] = dot < 0 ? [segment, ''] : [segment.slice(0, dot), segment.slice(dot + 1)];
  if (silent.has(type)) return '';
  const key = `designer.diff.at.${type.replace(/^relata:/, '')}`;
  if (!hasText(key)) return name ? `${type} ${name}` : type;
  return name && hasText(`${key}.named`) ? t(`${key}.named`, { name }) : t(key);
};

/** A value as people read it. */
export const detailValue = ({ path }: Detail, value: string): string => {
  if (value === 'true') return t('designer.diff.yes');
  if (path === '$type' && hasText(`designer.diff.type.${value}`)) return t(`designer.diff.type.${value}`);
  const span = readDuration(value);
  if (span) return t(`designer.span.${span.unit}`, { count: span.amount });
  return value === '' ? t('designer.diff.nothing') : value;
};
