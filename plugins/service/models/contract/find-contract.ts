import type { RecordData, RecordService } from '../../../../core/index.ts';

interface Asked {
  account: string | null;
  product?: string | null | undefined;
  /** `2026-11-22`. */
  on: string;
}

/** The contract or warranty that a customer has on a day, for the product or for all; the one that runs longest. */
export async function findContract(
  records: RecordService,
  { account, product, on }: Asked,
): Promise<RecordData | null> {
  if (account === null) return null;
  const [found] = await records.find(
    'service-contract',
    {
      account: { eq: account },
      ...{ startsOn: { lte: on }, endsOn: { gte: on } },
      or: [{ product: { eq: null } }, { product: { eq: product ?? null } }],
    },
    { sort: ['-endsOn'], limit: 1 },
  );
  return found ?? null;
}
