import type { DemoServices, Values } from '../../../core/index.ts';
import type { Stage } from '../entities/opportunity.ts';
import { products } from './products.ts';

const day = 86_400_000;

export interface Past {
  /** Days before now on which it was entered. */
  age: number;
  values: Values & { stage: Stage; owner: string };
}

interface Given {
  /** `people` are contacts. */
  accounts: readonly { id: string; name: string; people: readonly string[] }[];
  productIds: readonly string[];
  sellers: readonly string[];
}

/** Three hundred deals of the last nine months: the older, the likelier that they are decided. */
export function history({ random, now }: DemoServices, given: Given): Past[] {
  return Array.from({ length: 300 }, (_, index) => {
    const age = 8 + Math.floor(random() * 262);
    const chance = random();
    // Cheap products sell more often.
    const which = Math.floor(random() ** 1.6 * products.length);
    const product = products[which] ?? products[0];
    const stage = stageAt(age, random());
    const isClosed = stage === 'won' || stage === 'lost';
    const lasted = Math.min(age - 8, 20 + random() * 70);
    const account = buyer(given.accounts, { chance, daysAgo: age - lasted });
    const closes = isClosed ? now - (age - lasted) * day : now + (lasted + 3) * day;
    return {
      age,
      values: {
        name: `${account?.name ?? ''} – ${product.name}`,
        account: account?.id,
        product: given.productIds[which],
        contacts: account?.people.slice(0, 1 + (index % 3)),
        owner: given.sellers[Math.floor(random() * given.sellers.length)] ?? '',
        stage,
        engageDate: stage === 'prospecting' ? null : dateOf(now - age * day),
        // Nobody knows yet when a deal that is hardly begun will end.
        closeDate: stage === 'prospecting' ? null : dateOf(closes),
        amount: amountAt(stage, product.salesPrice, random()),
      },
    };
  });
}

/** As in life, some buy often and some seldom, and one in four has stayed away for the last months. */
function buyer<Account>(
  accounts: readonly Account[],
  { chance, daysAgo }: { chance: number; daysAgo: number },
): Account | undefined {
  const place = Math.floor(chance ** 1.7 * accounts.length);
  const isAway = place % 4 === 1 && daysAgo < 100 + place * 2;
  // Any step without a common divisor: those who buy often are not the first of the alphabet.
  return accounts[((isAway ? place - 1 : place) * 17) % accounts.length];
}

/** Won deals near the price; of those still talked about, two in three have been estimated. */
function amountAt(stage: Stage, price: number, chance: number): number | null {
  if (stage === 'won') return Math.round(price * (0.85 + chance * 0.3));
  return stage === 'engaging' && chance < 0.66 ? price : null;
}

function stageAt(age: number, chance: number): Stage {
  const decided = Math.min(0.9, age / 150);
  if (chance < decided) return chance < decided * 0.63 ? 'won' : 'lost';
  return chance < decided + (1 - decided) * 0.55 ? 'engaging' : 'prospecting';
}

export const dateOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
