import { invalid, Problem, type PluginServices, type PluginSubscriber } from '../../../core/index.ts';

/** A template is kept only as something that can be written: what is wrong is said at its subject or its source. */
export const checkTemplate = (services: PluginServices): PluginSubscriber => ({
  entity: 'template',
  async run(_tx, events) {
    for (const { changes } of events)
      for (const field of ['subject', 'body']) {
        const after = changes[field]?.after;
        if (typeof after === 'string') await check(services, field, after);
      }
  },
});

async function check(services: PluginServices, field: string, value: string): Promise<void> {
  const source = { subject: '', body: '', [field]: value };
  await services.template(source).catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error;
    throw invalid([{ pointer: `/${field}`, code: error.code, params: error.params }]);
  });
}
