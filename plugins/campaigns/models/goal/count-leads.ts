import type { Counting } from './read-goal.ts';

/** Leads that came after the campaign had written to them, or by one of its forms. */
export async function countLeads({ plugin, records, campaign, from, by }: Counting): Promise<number> {
  const forms = records.ids('form-submission', {
    filter: { 'form.campaign': { eq: campaign } },
    field: 'contact',
  });
  const { rows } = await records.aggregate('lead', {
    filter: {
      createdAt: {
        gte: `${from ?? '1970-01-01'}T00:00:00.000Z`,
        lte: `${by ?? '9999-12-31'}T23:59:59.999Z`,
      },
    },
    among: [
      { field: 'contact', ids: plugin.messages.reached({ campaign }), by: 'createdAt' },
      { field: 'contact', ids: forms },
    ],
    measures: [{ function: 'count' }],
  });
  return Number(rows[0]?.values['count'] ?? 0);
}
