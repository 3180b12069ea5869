import { showProblem, updateRecord, type RecordItem } from '../../../../web/index.ts';

/** Changes a record, and tells its page (`rl-saved`). A refusal is shown, and leaves the record as it was. */
export async function saveValues(
  host: HTMLElement,
  entity: string,
  record: RecordItem,
  values: Record<string, unknown>,
): Promise<RecordItem> {
  try {
    const saved = await updateRecord(entity, record, values);
    const detail = { record: saved };
    host.dispatchEvent(new CustomEvent('rl-saved', { detail, bubbles: true, composed: true }));
    return saved;
  } catch (error) {
    showProblem(error);
    return record;
  }
}
