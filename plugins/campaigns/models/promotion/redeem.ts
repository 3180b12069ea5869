/**
 * An order gets its promotions, once, and never more often than their limits say. Who redeems a limited promotion waits
 * for who is doing so, by the lock on its row; what is counted behind the lock is exact, also over several servers.
 */
import {
  written,
  type Actor,
  type PluginServices,
  type RecordData,
  type Transaction,
} from '../../../../core/index.ts';
import { readUse, type Wanted } from './candidates.ts';
import { reckon, type Applied, type Reckoned } from './reckon.ts';
import type { Ask } from './shapes.ts';

export interface Redeemed {
  redemptions: RecordData[];
  reckoned: Reckoned;
  /** The order had them before; nothing was done. */
  isKnown: boolean;
}

interface Redeeming {
  services: PluginServices;
  actor: Actor;
  ask: Ask & { order: string };
  wanted: Wanted;
}

/**
 * Empty `redemptions` where a code does not count or is unknown: `reckoned.refused` and `wanted.unknown` say why.
 */
export const redeem = (redeeming: Redeeming): Promise<Redeemed> =>
  redeeming.services.transaction(async (tx) => {
    const { services, actor, ask, wanted } = redeeming;
    await tx`select pg_advisory_xact_lock(hashtextextended(${`redeem ${ask.order}`}, 0))`;
    await lockLimited(tx, wanted);
    const records = services.records(actor, tx);
    const { candidates, hasOrder } = await readUse(tx, wanted, ask.order);
    const now = services.now();
    const reckoned = reckon({ basket: ask.basket, candidates, customer: wanted.customer, now });
    if (hasOrder)
      return { redemptions: await redemptionsOf(services, tx, ask.order), reckoned, isKnown: true };
    const refusedCode = reckoned.refused.some(({ code }) => code !== null);
    // Codes that were given all count, or nothing does.
    if (refusedCode || wanted.unknown.length > 0) return { redemptions: [], reckoned, isKnown: false };
    const made = await records.create(
      'redemption',
      reckoned.applied.map((applied) => valuesOf(applied, { redeeming, reckoned, now })),
    );
    return { redemptions: made.map((one) => written([one])), reckoned, isKnown: false };
  });

const redemptionsOf = (services: PluginServices, tx: Transaction, order: string): Promise<RecordData[]> =>
  services
    .records(services.self, tx)
    .find('redemption', { order: { eq: order }, state: { eq: 'redeemed' } }, { limit: 100 });

/** In the order of their ids, so that two baskets never wait for each other. */
async function lockLimited(tx: Transaction, { offers }: Wanted): Promise<void> {
  const limited = offers.filter(
    ({ offer, code }) => offer.totalLimit ?? offer.customerLimit ?? code?.redemptionLimit,
  );
  if (limited.length === 0) return;
  const ids = [...new Set(limited.map(({ offer }) => offer.id))];
  await tx`select id from data.promotion where id = any(${ids}::uuid[]) order by id for no key update`;
}

const valuesOf = (
  { offer, code, discount }: Applied,
  { redeeming, reckoned, now }: { redeeming: Redeeming; reckoned: Reckoned; now: number },
) => ({
  order: redeeming.ask.order,
  promotion: offer.id,
  code: code?.id ?? null,
  customer: redeeming.wanted.customer,
  state: 'redeemed',
  spent: reckoned.total,
  discount,
  gift: offer.gift?.id ?? null,
  redeemedAt: new Date(now).toISOString(),
});
