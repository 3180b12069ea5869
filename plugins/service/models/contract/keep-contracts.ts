import { dayIn, idOf, readMany, type PluginServices, type Transaction } from '../../../../core/index.ts';
import { findContract } from './find-contract.ts';

/** Requests know by which contract they are answered: that of their customer on the day they came. */
export async function keepContracts(
  services: PluginServices,
  tx: Transaction,
  ids: readonly string[],
): Promise<void> {
  const records = services.records(services.self, tx);
  const tickets = await readMany(records, 'ticket', ids);
  const { timeZone } = await services.company();
  const changes = [];
  for (const ticket of tickets) {
    const on = dayIn(Date.parse(String(ticket['createdAt'])), timeZone);
    const asked = { account: idOf(ticket['account']), product: idOf(ticket['product']), on };
    const contract = (await findContract(records, asked))?.id ?? null;
    if (contract !== idOf(ticket['contract'])) changes.push({ id: ticket.id, values: { contract } });
  }
  if (changes.length > 0) await records.update('ticket', changes);
}
