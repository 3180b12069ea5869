/** Which promotions a basket may get: those of its codes, and all active ones that want none. */
import { idOf, type PluginServices, type RecordData, type Transaction } from '../../../../core/index.ts';
import { contactByEmail } from '../../../customers/api.ts';
import { codeOf } from './make-codes.ts';
import { offerOf, type Offer } from './offer.ts';
import type { Candidate, Code, Refusal } from './reckon.ts';
import type { Ask } from './shapes.ts';

export interface Wanted {
  offers: { offer: Offer; code: Code | null }[];
  /** Codes that nobody knows. */
  unknown: (Refusal & { typed: string })[];
  /** The contact's id. */
  customer: string | null;
}

const most = 100;

/**
 * As the plugin itself sees them: a shop need not see codes or contacts. A code that nobody knows is no error yet.
 */
export async function findWanted(services: PluginServices, ask: Ask): Promise<Wanted> {
  const records = services.records(services.self);
  const typed = [...new Set(ask.codes.map(codeOf))];
  const { timeZone } = await services.company();
  const [codes, automatic, customer] = await Promise.all([
    typed.length > 0 ? records.find('promotion-code', { code: { in: typed } }, { limit: most }) : [],
    records.find('promotion', { state: { eq: 'active' }, kind: { ne: 'coupon' } }, { limit: most }),
    findCustomer(services, ask),
  ]);
  const named = [...new Set(codes.map((code) => idOf(code['promotion'])!))];
  const coupons = named.length > 0 ? await records.read('promotion', named) : [];
  const byId = new Map(
    coupons.flatMap((each) => (each ? [[each.id, offerOf(each, timeZone)] as const] : [])),
  );
  return {
    customer,
    offers: [
      ...codes.flatMap((code) => {
        const offer = byId.get(idOf(code['promotion'])!);
        return offer ? [{ offer, code: readCode(code) }] : [];
      }),
      ...automatic.map((each) => ({ offer: offerOf(each, timeZone), code: null })),
    ],
    unknown: typed
      .filter((one) => !codes.some((code) => code['code'] === one))
      .map((one) => ({ typed: one, problem: 'promotion-code-unknown', params: { code: one } })),
  };
}

async function findCustomer(services: PluginServices, { customer, email }: Ask): Promise<string | null> {
  const records = services.records(services.self);
  if (customer) return (await records.read('contact', [customer]))[0]?.id ?? null;
  return email ? ((await contactByEmail(records, email))?.id ?? null) : null;
}

const readCode = (record: RecordData): Code => ({
  id: record.id,
  code: String(record['code']),
  isBlocked: record['state'] === 'blocked',
  // The cast: an integer field.
  redemptionLimit: (record['redemptionLimit'] ?? null) as number | null,
  customer: idOf(record['customer']),
});

export interface Use {
  candidates: Candidate[];
  /** The order has its promotions already. */
  hasOrder: boolean;
}

/** With how often each was redeemed, as of now: under the lock of `redeem` that is exact. One statement. */
export async function readUse(tx: Transaction, { offers, customer }: Wanted, order = ''): Promise<Use> {
  const ids = offers.map(({ offer }) => offer.id);
  const rows = await tx<UseRow[]>`
    select p.id as promotion, coalesce(sum(uses), 0)::int as "inAll", coalesce(sum(own), 0)::int as "byCustomer",
      coalesce(jsonb_object_agg(code_id, uses) filter (where code_id is not null), '{}') as "byCode",
      exists (select from data.redemption where "order" = ${order} and state = 'redeemed' and deleted_at is null)
        as "hasOrder"
    from unnest(${ids}::uuid[]) as p (id) left join (
      select promotion_id, code_id, count(*) as uses, count(*) filter (where customer_id = ${customer}) as own
      from data.redemption
      where promotion_id = any(${ids}::uuid[]) and state = 'redeemed' and deleted_at is null
      group by 1, 2) c on c.promotion_id = p.id
    group by 1`;
  const byPromotion = new Map(rows.map((row) => [row.promotion, row]));
  const candidates = offers.map(({ offer, code }) => {
    const { inAll = 0, byCustomer = 0, byCode = {} } = byPromotion.get(offer.id) ?? {};
    return { offer, code, used: { inAll, byCustomer, byCode: code ? (byCode[code.id] ?? 0) : 0 } };
  });
  return { candidates, hasOrder: rows[0]?.hasOrder === true };
}

interface UseRow {
  promotion: string;
  inAll: number;
  byCustomer: number;
  byCode: Record<string, number>;
  hasOrder: boolean;
}
