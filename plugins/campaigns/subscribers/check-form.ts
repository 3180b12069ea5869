import { randomBytes } from 'node:crypto';
import { checkOrigins, invalid, type PluginServices, type PluginSubscriber } from '../../../core/index.ts';
import { definitionShape } from '../models/form/definition.ts';

/** A form gets its key when it is made, and is kept only as something that a page can show. */
export const checkForm = (services: PluginServices): PluginSubscriber => ({
  entity: 'lead-form',
  async run(tx, events) {
    for (const { type, changes, recordId } of events) {
      checkOrigins(changes['origins']?.after);
      const definition = changes['definition']?.after;
      if (definition !== undefined && definition !== null) check(definition);
      if (type === 'lead-form.created' && recordId !== null && !changes['key'])
        await services
          .records(services.self, tx)
          .update('lead-form', [{ id: recordId, values: { key: newKey() } }]);
    }
  },
});

/** What comes of a wrong one is said by the first thing that is wrong with it. */
function check(definition: unknown): void {
  const read = definitionShape.safeParse(definition);
  if (read.success) return;
  const [issue] = read.error.issues;
  const isOwn = issue !== undefined && /^form-[a-z-]+$/.test(issue.message);
  throw invalid([{ pointer: '/definition', code: isOwn ? issue.message : 'form-malformed' }]);
}

const newKey = (): string => randomBytes(12).toString('hex');
