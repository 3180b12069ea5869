import { z } from 'zod';
import {
  Problem,
  readOne,
  reply,
  route,
  written,
  type Locale,
  type PluginServices,
  type RecordData,
  type Route,
} from '../../../core/index.ts';
import { findWanted, readUse, type Wanted } from '../models/promotion/candidates.ts';
import { inTurns } from '../models/promotion/in-turns.ts';
import { reckon, type Reckoned, type Refusal } from '../models/promotion/reckon.ts';
import { redeem } from '../models/promotion/redeem.ts';
import { askShape, redeemShape, type Ask } from '../models/promotion/shapes.ts';

const base = '/api/plugins/campaigns';
const tag = 'promotions';
const redeeming = 'campaigns.redeem';

/** Who waits for the lock of a promotion holds a connection: a few of the pool at most, or who has the lock finds none. */
const mostAtOnce = 4;

export function promotionRoutes(services: PluginServices): Route[] {
  const turn = inTurns(mostAtOnce);
  return [
    route({
      method: 'post',
      path: `${base}/quote`,
      summary: 'What a basket costs with its codes and all promotions that want none; changes nothing',
      tag,
      permission: redeeming,
      body: askShape,
      run: async ({ actor, body }) => {
        const wanted = await findWanted(services, body);
        const { reckoned } = await quote(services, body, wanted);
        return reply(200, view(services, actor.locale, { wanted, reckoned }));
      },
    }),
    route({
      method: 'post',
      path: `${base}/redemptions`,
      summary: 'Redeems them for an order: each code once within its limits, all of them or none',
      tag,
      permission: redeeming,
      body: redeemShape,
      run: async ({ actor, body }) => {
        const wanted = await findWanted(services, body);
        const { redemptions, reckoned, isKnown } = await turn(async () => {
          // What is refused anyway need not stand in line for the lock.
          const before = await quote(services, body, wanted);
          if (!before.hasOrder) refuse(services, actor.locale, { wanted, reckoned: before.reckoned });
          return redeem({ services, actor, ask: body, wanted });
        });
        if (isKnown) return reply(200, known(redemptions));
        refuse(services, actor.locale, { wanted, reckoned });
        return reply(201, {
          ...view(services, actor.locale, { wanted, reckoned }),
          redemptions: redemptions.map(({ id }) => id),
        });
      },
    }),
    cancelRoute(services),
  ];
}

const cancelRoute = (services: PluginServices): Route =>
  route({
    method: 'post',
    path: `${base}/redemptions/{id}/cancel`,
    summary: 'Takes a redemption back: it counts no more, and its code may be used again',
    tag,
    permission: redeeming,
    params: z.object({ id: z.uuid() }),
    body: z.strictObject({ reason: z.string().trim().max(500).default('') }),
    run: async ({ actor, params: { id }, body: { reason } }) => {
      const records = services.records(actor);
      const before = await readOne(records, 'redemption', id);
      if (before['state'] === 'cancelled') return reply(200, before);
      const values = { state: 'cancelled', cancelledAt: new Date(services.now()).toISOString(), reason };
      return reply(200, written(await records.update('redemption', [{ id, values }])));
    },
  });

interface Outcome {
  wanted: Wanted;
  reckoned: Reckoned;
}

async function quote(
  services: PluginServices,
  ask: Ask & { order?: string },
  wanted: Wanted,
): Promise<{ reckoned: Reckoned; hasOrder: boolean }> {
  const { candidates, hasOrder } = await services.transaction((tx) => readUse(tx, wanted, ask.order));
  const { customer } = wanted;
  return { reckoned: reckon({ basket: ask.basket, candidates, customer, now: services.now() }), hasOrder };
}

function view(services: PluginServices, locale: Locale, { wanted, reckoned }: Outcome) {
  const { total, discount, toPay, applied, refused } = reckoned;
  return {
    ...{ total, discount, toPay },
    applied: applied.map(({ offer, code, discount: taken }) => ({
      ...{ promotion: offer.id, name: offer.name, code: code?.code ?? null, discount: taken },
      gift: offer.benefit === 'gift' ? offer.gift : null,
    })),
    refused: [
      ...wanted.unknown.map((each) => ({ ...told(services, locale, each), code: each.typed })),
      ...refused.map((each) => ({
        ...told(services, locale, each),
        ...{ promotion: each.offer.id, name: each.offer.name, code: each.code?.code ?? null },
      })),
    ],
  };
}

const told = (services: PluginServices, locale: Locale, { problem, params }: Refusal) => ({
  problem,
  sentence: services.text(locale, `problem.${problem}`, params),
});

/** The first code that does not count says why. */
function refuse(services: PluginServices, locale: Locale, { wanted, reckoned }: Outcome): void {
  const [first] = [...wanted.unknown, ...reckoned.refused.filter(({ code }) => code !== null)];
  if (first)
    throw new Problem({
      status: 409,
      ...{ code: first.problem, params: first.params },
      extra: { refused: view(services, locale, { wanted, reckoned }).refused },
    });
}

const known = (redemptions: readonly RecordData[]) => ({
  redemptions: redemptions.map(({ id }) => id),
  applied: redemptions.map((each) => ({
    ...{ promotion: each['promotion'], code: each['code'], discount: each['discount'], gift: each['gift'] },
  })),
});
