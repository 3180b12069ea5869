import { showProblem, updateRecord, type RecordItem } from '../../../../web/index.ts';

/** Sets the state of a record, and tells its page (`rl-saved`). A refusal is shown, and leaves the record as it was. */
export async function saveState(
  host: HTMLElement,
  entity: string,
  record: RecordItem,
  state: string,
): Promise<RecordItem> {
  try {
    const saved = await updateRecord(entity, record, { state });
    const detail = { record: saved };
    host.dispatchEvent(new CustomEvent('rl-saved', { detail, bubbles: true, composed: true }));
    return saved;
  } catch (error) {
    showProblem(error);
    return record;
  }
}
