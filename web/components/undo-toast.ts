import { t } from '../data/i18n.ts';
import { undoCause, type UndoOutcome } from '../data/undo.ts';
import { showProblem, showToast } from './toast.ts';

/** Says what was done, with a button that takes it back; `changed` is called once it is. */
export function showUndoable(input: { text: string; cause: string; changed: () => void }): void {
  const run = async (): Promise<void> => {
    try {
      tell(await undoCause(input.cause));
    } catch (error) {
      showProblem(error);
    }
    input.changed();
  };
  showToast({ text: input.text, action: { label: t('action.undo'), run } });
}

const mostNamed = 3;

function tell({ undone, skipped, hidden }: UndoOutcome): void {
  const left = skipped.length + hidden;
  if (undone > 0 || left === 0) showToast({ text: t('undo.done', { count: undone }) });
  if (left === 0) return;
  const names = skipped.slice(0, mostNamed).map(({ title, id }) => nameOf(title) ?? id);
  const which = [...names, ...(left > names.length ? ['…'] : [])].join(t('list.comma'));
  showProblem(t('undo.left', { count: left, which }));
}

const nameOf = (title: unknown): string | undefined =>
  typeof title === 'string' || typeof title === 'number'
    ? String(title)
    : typeof title === 'object' && title !== null && 'title' in title
      ? String(title.title)
      : undefined;
