import type { Money, RecordData } from '../../../../core/index.ts';
import type { Span } from './when.ts';

/** A promotion as the reckoning wants it. */
export interface Offer extends Span {
  id: string;
  name: string;
  kind: string;
  state: string;
  benefit: 'percent' | 'amount' | 'gift';
  percent: number;
  amount: Money | null;
  gift: { id: string; title: string } | null;
  mostDiscount: Money | null;
  minimumSpend: Money | null;
  isRepeated: boolean;
  product: { id: string; title: string } | null;
  isAlone: boolean;
  totalLimit: number | null;
  customerLimit: number | null;
}

/** `timeZone`: of the company, for promotions that name none. */
export function offerOf(record: RecordData, timeZone: string): Offer {
  // The casts: what these fields hold follows from the entity's definition.
  const reference = (field: string) => (record[field] ?? null) as { id: string; title: string } | null;
  const amount = (field: string) => (record[field] ?? null) as Money | null;
  const text = (field: string) => (record[field] ?? null) as string | null;
  const number = (field: string) => (record[field] ?? null) as number | null;
  return {
    id: record.id,
    name: String(record['name']),
    kind: String(record['kind']),
    state: String(record['state']),
    benefit: record['benefit'] as Offer['benefit'],
    percent: Number(record['percent'] ?? 0),
    ...{ amount: amount('amount'), gift: reference('gift'), mostDiscount: amount('mostDiscount') },
    ...{ minimumSpend: amount('minimumSpend'), isRepeated: record['isRepeated'] === true },
    ...{ product: reference('product'), isAlone: record['stacking'] === 'alone' },
    ...{ totalLimit: number('totalLimit'), customerLimit: number('customerLimit') },
    ...{
      startsOn: text('startsOn'),
      startsAt: text('startsAt'),
      endsOn: text('endsOn'),
      endsAt: text('endsAt'),
    },
    timeZone: text('timeZone') || timeZone,
  };
}

/** Why its state alone keeps it from being redeemed. */
export const closedBy = ({ state }: Pick<Offer, 'state'>): string | null =>
  state === 'active' ? null : state === 'ended' ? 'promotion-ended' : 'promotion-not-active';
