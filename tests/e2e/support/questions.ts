/** What the road's tests ask the API about deals and instances, beside what they see in the browser. */
import type { RelataProcess } from '../../support/relata-process.ts';

export interface Instance {
  id: string;
  version: number;
  tokens: { element: string; name: string }[];
}

type Call = RelataProcess['call'];

/** Where an instance stands, in one text that can be compared. */
export const where = ({ version, tokens }: Instance): string =>
  `${version}: ${tokens
    .map((token) => token.element)
    .toSorted()
    .join()}`;

/** `call` is asked anew each time: the server behind it may have been started again. */
export function questions(call: () => Call, flow: string) {
  const get = <T>(path: string): Promise<T> => call()<T>('GET', path);
  const firstDeal = async (filter: unknown): Promise<string> => {
    const path = `/api/records/opportunity?limit=1&filter=${encodeURIComponent(JSON.stringify(filter))}`;
    return (await get<{ items: { id: string }[] }>(path)).items[0]!.id;
  };
  const idOf = async (name: string): Promise<string> =>
    (await get<{ items: { id: string }[] }>(`/api/users?search=${encodeURIComponent(name)}`)).items[0]!.id;
  return {
    idOf,
    wonDealOf: async (owner: string): Promise<string> =>
      firstDeal({ owner: { eq: await idOf(owner) }, stage: { eq: 'won' } }),
    prospectWith: (product: string): Promise<string> =>
      firstDeal({ stage: { eq: 'prospecting' }, 'product.name': { eq: product } }),
    countInstances: async (state: string): Promise<number> =>
      (await get<{ count: number }>(`/api/instances?flow=${flow}&state=${state}&count=exact&limit=1`)).count,
    instanceOf: async (deal: string): Promise<Instance | undefined> =>
      (await get<{ items: Instance[] }>(`/api/instances?subject=opportunity/${deal}`)).items[0],
    activeInstances: async (): Promise<Instance[]> => {
      const all: Instance[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const from: string = cursor && `&cursor=${encodeURIComponent(cursor)}`;
        const path = `/api/instances?flow=${flow}&state=active&limit=200${from}`;
        const page: { items: Instance[]; next: string | null } = await get(path);
        all.push(...page.items);
        cursor = page.next;
      }
      return all;
    },
    /** Everything due has run: moving the clock by nothing waits for that. */
    settled: async (): Promise<void> => {
      await call()('POST', '/api/clock', { advance: 'PT0S' });
    },
  };
}
