import type { Db } from '../../db/connect.ts';
import { loadParts } from '../shell/sql/load-parts.ts';
import { merge, type State } from '../step/index.ts';

/** The states with the iterations that are kept apart. */
export async function wholeStates<Row extends { id: string; state: State }>(
  db: Db,
  rows: readonly Row[],
): Promise<readonly Row[]> {
  const divided = rows.filter(({ state }) => state.away !== undefined);
  if (divided.length === 0) return rows;
  const found = await loadParts(
    db,
    divided.map(({ id }) => ({ instance: id, numbers: null })),
  );
  for (const { id, state } of divided)
    merge(
      state,
      found.filter(({ instance }) => instance === id).map(({ content }) => content),
    );
  return rows;
}
