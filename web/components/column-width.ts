import { shownType, type MetaField } from '../data/meta.ts';

const widths: Partial<Record<string, string>> = {
  money: 'minmax(104px, 0.7fr)',
  integer: 'minmax(84px, 0.5fr)',
  decimal: 'minmax(84px, 0.5fr)',
  date: 'minmax(104px, 0.7fr)',
  dateTime: 'minmax(112px, 0.7fr)',
  boolean: 'minmax(72px, 0.4fr)',
  select: 'minmax(116px, 0.8fr)',
  user: 'minmax(136px, 1fr)',
  relation: 'minmax(128px, 1.1fr)',
  email: 'minmax(160px, 1.2fr)',
};

/** Tracks of the table's grid: each as wide as its type needs, the title widest. */
export function columnTemplate(columns: readonly MetaField[], title: string, isSelectable: boolean): string {
  const tracks = columns.map((column) =>
    column.id === title ? 'minmax(200px, 2fr)' : (widths[shownType(column)] ?? 'minmax(120px, 1fr)'),
  );
  return [...(isSelectable ? ['36px'] : []), ...tracks].join(' ');
}
