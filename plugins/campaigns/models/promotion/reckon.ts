/** What a basket costs with some promotions: which count, what each takes off, and why the others do not. */
import type { Money } from '../../../../core/index.ts';
import { toMinor, toMoney } from './minor.ts';
import { closedBy, type Offer } from './offer.ts';
import type { Basket } from './shapes.ts';
import { whenOf } from './when.ts';

export interface Refusal {
  /** The sentence is `problem.<problem>`. */
  problem: string;
  params: Record<string, unknown>;
}

export interface Code {
  id: string;
  code: string;
  isBlocked: boolean;
  redemptionLimit: number | null;
  customer: string | null;
}

export interface Candidate {
  offer: Offer;
  code: Code | null;
  /** Redeemed so far. */
  used: { inAll: number; byCustomer: number; byCode: number };
}

export interface Applied {
  offer: Offer;
  code: Code | null;
  discount: Money;
}

export interface Reckoned {
  total: Money;
  discount: Money;
  toPay: Money;
  applied: Applied[];
  refused: (Refusal & { offer: Offer; code: Code | null })[];
}

interface ReckonInput {
  basket: Basket;
  candidates: readonly Candidate[];
  /** Null where nobody knows who buys. */
  customer: string | null;
  now: number;
}

/**
 * Each promotion takes off what those before it left, never more than is to be paid. `now` in milliseconds since 1970.
 */
export function reckon({ basket, candidates, customer, now }: ReckonInput): Reckoned {
  const { currency } = basket;
  const total = sumOf(basket);
  const applied: Applied[] = [];
  const refused: Reckoned['refused'] = [];
  let left = total;
  for (const candidate of candidates.toSorted(inTurn)) {
    const { offer, code } = candidate;
    const reason =
      whyNot(candidate, { basket, customer, now }) ??
      clash(offer, applied) ??
      conditions(offer, basket, left);
    if (reason) refused.push({ ...reason, offer, code });
    else {
      const taken = discountOf(offer, basket, left);
      left -= taken;
      applied.push({ offer, code, discount: toMoney(taken, currency) });
    }
  }
  return {
    total: toMoney(total, currency),
    discount: toMoney(total - left, currency),
    toPay: toMoney(left, currency),
    ...{ applied, refused },
  };
}

/** What was asked for by a code first; then what is for one product, then percentages, amounts, gifts. */
const inTurn = (a: Candidate, b: Candidate): number =>
  placeOf(a) - placeOf(b) || (a.offer.id < b.offer.id ? -1 : 1);
const placeOf = ({ offer, code }: Candidate): number =>
  (code ? 0 : 10) + (offer.product ? 0 : 4) + ['percent', 'amount', 'gift'].indexOf(offer.benefit);

const sumOf = ({ lines, currency }: Basket, product?: string): number =>
  lines
    .filter((line) => product === undefined || line.product === product)
    .reduce((sum, { quantity, price }) => sum + quantity * toMinor(price, currency), 0);

function whyNot(
  { offer, code, used }: Candidate,
  { customer, now }: Pick<ReckonInput, 'basket' | 'customer' | 'now'>,
): Refusal | null {
  const refusal = (reason: string, params: Record<string, unknown> = {}): Refusal => ({
    problem: reason,
    params: { promotion: offer.name, code: code?.code ?? '', ...params },
  });
  const closed = closedBy(offer);
  if (closed) return refusal(closed);
  const when = whenOf(offer, now);
  if (!when.isOn) return refusal(when.code, { day: when.day });
  if (code?.isBlocked) return refusal('promotion-code-blocked');
  if (code?.customer && code.customer !== customer) return refusal('promotion-code-personal');
  if (code?.redemptionLimit && used.byCode >= code.redemptionLimit)
    return refusal('promotion-code-used-up', { limit: code.redemptionLimit });
  if (offer.totalLimit && used.inAll >= offer.totalLimit)
    return refusal('promotion-used-up', { limit: offer.totalLimit });
  if (offer.customerLimit && customer === null) return refusal('promotion-customer-needed');
  if (offer.customerLimit && used.byCustomer >= offer.customerLimit)
    return refusal('promotion-used-up-by-customer', { limit: offer.customerLimit });
  return null;
}

function clash(offer: Offer, applied: readonly Applied[]): Refusal | null {
  const other = applied.find((each) => offer.isAlone || each.offer.isAlone);
  return other
    ? { problem: 'promotion-alone', params: { promotion: offer.name, other: other.offer.name } }
    : null;
}

function conditions(offer: Offer, basket: Basket, left: number): Refusal | null {
  const { currency } = basket;
  const refusal = (problem: string, params: Record<string, unknown> = {}): Refusal => ({
    problem,
    params: { promotion: offer.name, ...params },
  });
  const amounts = [offer.minimumSpend, offer.mostDiscount, offer.benefit === 'amount' ? offer.amount : null];
  const foreign = amounts.find((each) => each && each.currency !== currency);
  if (foreign) return refusal('promotion-currency', { currency: foreign.currency });
  const spent = sumOf(basket, offer.product?.id);
  if (offer.product && spent === 0) return refusal('promotion-product', { product: offer.product.title });
  const wanted = offer.minimumSpend ? toMinor(offer.minimumSpend.amount, currency) : 0;
  if (spent < wanted)
    return refusal('promotion-spend', { missing: worded(toMoney(wanted - spent, currency)) });
  if (left === 0 && offer.benefit !== 'gift') return refusal('promotion-nothing-left');
  return null;
}

const worded = ({ amount, currency }: Money): string => `${amount} ${currency}`;

function discountOf(offer: Offer, basket: Basket, left: number): number {
  const { currency } = basket;
  const spent = sumOf(basket, offer.product?.id);
  const wanted = offer.minimumSpend ? toMinor(offer.minimumSpend.amount, currency) : 0;
  const times = offer.isRepeated && wanted > 0 ? Math.floor(spent / wanted) : 1;
  const most = offer.mostDiscount ? toMinor(offer.mostDiscount.amount, currency) : Infinity;
  // What others took off is not taken off again: the percentage is of what is still to be paid.
  const base = Math.min(spent, left);
  const full =
    offer.benefit === 'percent'
      ? Math.round((base * Math.round(offer.percent * 100)) / 10_000)
      : offer.benefit === 'amount' && offer.amount
        ? toMinor(offer.amount.amount, currency) * times
        : 0;
  return Math.min(full, most, base);
}
