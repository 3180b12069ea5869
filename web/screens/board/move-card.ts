import { showProblem, showToast } from '../../components/toast.ts';
import { ApiProblem } from '../../data/client.ts';
import { t } from '../../data/i18n.ts';
import type { RecordList } from '../../data/record-list.ts';
import { updateRecord, type RecordItem } from '../../data/records.ts';

export interface Lane {
  value: string;
  list: RecordList | undefined;
}

export interface Move {
  entity: string;
  field: string;
  record: RecordItem;
  from: Lane;
  to: Lane;
  /** What the message says when the card is in a lane. */
  sentence: (lane: string) => string;
  recount: () => void;
}

/** Moves a card at once and tells the server; puts it back when the server refuses. */
export async function moveCard(move: Move, isUndo = false): Promise<void> {
  const { record, from, to } = move;
  const shown = { ...record, [move.field]: to.value || null };
  from.list?.drop([record.id]);
  to.list?.put(shown);
  try {
    const saved = await updateRecord(move.entity, record, { [move.field]: to.value || null });
    to.list?.put({ ...shown, ...saved });
    move.recount();
    const back = (): Promise<void> =>
      moveCard({ ...move, record: { ...shown, ...saved }, from: to, to: from }, true);
    showToast({
      text: move.sentence(to.value),
      ...(isUndo ? {} : { action: { label: t('action.undo'), run: back } }),
    });
  } catch (error) {
    to.list?.drop([record.id]);
    from.list?.put(record);
    const isStale = error instanceof ApiProblem && error.status === 412;
    showProblem(isStale ? t('board.stale') : error);
    if (isStale) await Promise.all([from.list?.reload(), to.list?.reload()]);
  }
}
