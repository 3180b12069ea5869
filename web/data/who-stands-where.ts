import { api } from './client.ts';

/** How many stand at each element of a flow now; none for those who may not ask. */
export async function whoStandsWhere(flow: string): Promise<Map<string, number>> {
  type Tokens = { items: { element: string; count: number }[] };
  const { items } = await api
    .get<Tokens>(`/api/flows/${encodeURIComponent(flow)}/tokens`)
    .catch((): Tokens => ({ items: [] }));
  const standing = new Map<string, number>();
  // One row for each version that still runs.
  for (const { element, count } of items) standing.set(element, (standing.get(element) ?? 0) + count);
  return standing;
}
