import { z } from 'zod';
import { Problem, readOne, reply, route, type PluginServices, type Route } from '../../../core/index.ts';
import { codeOf, makeCodes } from '../models/promotion/make-codes.ts';
import { closedBy, offerOf } from '../models/promotion/offer.ts';
import { whenOf } from '../models/promotion/when.ts';

const base = '/api/plugins/campaigns/promotions/{id}';
const tag = 'promotions';
const permission = 'campaigns.promotions';
const params = z.object({ id: z.uuid() });
/** In one insert; each makes an event. */
const atOnce = 500;

export const promotionCodeRoutes = (services: PluginServices): Route[] => [
  route({
    method: 'get',
    path: base,
    summary: 'Whether a promotion counts now, and if not, why',
    tag,
    permission,
    params,
    run: async ({ actor, params: { id } }) => {
      const { timeZone } = await services.company();
      const promotion = await readOne(services.records(actor), 'promotion', id);
      const offer = offerOf(promotion, timeZone);
      const when = whenOf(offer, services.now());
      const isUsedUp = offer.totalLimit !== null && Number(promotion['redeemed'] ?? 0) >= offer.totalLimit;
      const say = (key: string, given = {}): string => services.text(actor.locale, key, given);
      const problem =
        closedBy(offer) ?? (when.isOn ? null : when.code) ?? (isUsedUp ? 'promotion-used-up' : null);
      const day = when.isOn ? '' : when.day;
      return reply(200, {
        isOn: problem === null,
        sentence: problem
          ? say(`problem.${problem}`, { promotion: offer.name, day, limit: offer.totalLimit })
          : say('campaigns.promotion.on', { timeZone: offer.timeZone }),
      });
    },
  }),
  route({
    method: 'post',
    path: `${base}/codes`,
    summary: 'Makes codes of a coupon that nobody guesses',
    tag,
    permission,
    params,
    body: z.strictObject({
      count: z.number().int().min(1).max(20_000),
      prefix: z
        .string()
        .trim()
        .max(12)
        .regex(/^[A-Za-z0-9-]*$/, 'code-prefix')
        .default(''),
      redemptionLimit: z.number().int().min(1).nullable().default(1),
    }),
    run: async ({ actor, params: { id }, body }) => {
      const promotion = await readOne(services.records(actor), 'promotion', id);
      if (promotion['kind'] !== 'coupon') throw new Problem({ status: 409, code: 'promotion-no-codes' });
      const { count, redemptionLimit } = body;
      const prefix = codeOf(body.prefix);
      const records = services.records(actor);
      let made = 0;
      while (made < count) {
        const codes = makeCodes({ count: Math.min(atOnce, count - made), prefix, length: 10 });
        const results = await records.create(
          'promotion-code',
          codes.map((code) => ({ code, promotion: id, state: 'active', redemptionLimit })),
        );
        const other = results.find((result) => !result.ok && result.code !== 'not-unique');
        if (other && !other.ok)
          throw new Problem({ status: 422, code: other.code, params: other.params ?? {} });
        // One that was there before is made up for by another.
        made += results.filter((result) => result.ok).length;
      }
      return reply(201, { made });
    },
  }),
];
