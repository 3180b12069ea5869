import type { PluginServices, PluginSubscriber, RecordData } from '../../../core/index.ts';
import { addTodos, moveTodos } from '../models/checklist.ts';

/** A campaign that names a checklist gets its to-dos; those that nobody moved by hand follow its first day. */
export const fillChecklist = (plugin: PluginServices): PluginSubscriber => ({
  entity: 'campaign',
  async run(tx, events) {
    const records = plugin.records(plugin.self, tx);
    for (const { changes, recordId } of events) {
      if (recordId === null || !('checklist' in changes || 'startDate' in changes)) continue;
      const [campaign] = await records.read('campaign', [recordId]);
      if (!campaign) continue;
      if (changes['startDate']) await moveTodos(records, campaign, dayOf(changes['startDate'].before));
      if (changes['checklist'] && campaign['checklist']) await addTodos(records, campaign);
    }
  },
});

const dayOf = (value: unknown): RecordData[string] => (typeof value === 'string' ? value : null);
