import type { Page } from './parts.ts';

/** One row more than asked for was read, to know whether there is a next page. */
export async function keysetPage<Item extends { id: string }>(
  rows: readonly Item[],
  limit: number,
  count?: () => PromiseLike<readonly { [name: string]: unknown }[]>,
): Promise<Page<Item>> {
  const items = rows.slice(0, limit);
  const page: Page<Item> = { items, next: rows.length > limit ? items.at(-1)!.id : null };
  if (count) page.count = Number((await count())[0]?.['count'] ?? 0);
  return page;
}
