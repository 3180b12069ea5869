import { showProblem, showToast } from '../../components/toast.ts';
import { addDays, dateOf } from '../../data/days.ts';
import { titleOf } from '../../data/choices.ts';
import { locale, t } from '../../data/i18n.ts';
import { fieldOf, type MetaEntity, type MetaScreen } from '../../data/meta.ts';
import type { RecordList } from '../../data/record-list.ts';
import { updateRecord, type Filter, type RecordItem } from '../../data/records.ts';
import { dayOfValue, movedTo } from './calendar-days.ts';

type DateFields = NonNullable<MetaScreen['date']>;

interface CalendarPlace {
  entity: MetaEntity;
  date: DateFields;
  list: RecordList;
}

/** Puts an entry on another day at once and tells the server; the end moves along, so that it takes as long as before. */
export async function moveEntry(
  place: CalendarPlace,
  { record, day, isUndo = false }: { record: RecordItem; day: string; isUndo?: boolean },
): Promise<void> {
  const { entity, list } = place;
  const { field, end } = place.date;
  const from = dayOfValue(record[field]);
  if (!from || from === day) return;
  const by = Math.round((dateOf(day).getTime() - dateOf(from).getTime()) / 86_400_000);
  const last = end && dayOfValue(record[end]);
  const values = {
    [field]: movedTo(record[field], day),
    ...(end && last ? { [end]: movedTo(record[end], addDays(last, by)) } : {}),
  };
  list.put({ ...record, ...values });
  try {
    const after = { ...record, ...(await updateRecord(entity.id, record, values)) };
    list.put(after);
    const title = titleOf(entity.title, record);
    const date = new Intl.DateTimeFormat(locale(), { month: 'short', day: 'numeric' }).format(dateOf(day));
    const undo = {
      label: t('action.undo'),
      run: () => moveEntry(place, { record: after, day: from, isUndo: true }),
    };
    showToast({ text: t('calendar.moved', { title, date }), ...(isUndo ? {} : { action: undo }) });
  } catch (error) {
    list.put(record);
    showProblem(error);
  }
}

/** What begins on one of the days, or lasts until one of them. */
export function withinDays(
  days: readonly string[],
  { entity, date: { field, end } }: Pick<CalendarPlace, 'entity' | 'date'>,
): Filter {
  const edge = (id: string, day: string): string =>
    fieldOf(entity, id)?.type === 'dateTime' ? dateOf(day).toISOString() : day;
  const [first = ''] = days;
  const after = addDays(days.at(-1) ?? first, 1);
  const begins = { [field]: { gte: edge(field, first), lt: edge(field, after) } };
  if (!end) return begins;
  const lasts = { and: [{ [field]: { lt: edge(field, after) } }, { [end]: { gte: edge(end, first) } }] };
  return { or: [begins, lasts] };
}
