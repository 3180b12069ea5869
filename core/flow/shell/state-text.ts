import type { InstanceRun } from './run.ts';
import { heaviestState } from './weigh.ts';

/** The state as its row keeps it. Throws where it is too large: what it had before stays, and an incident tells it. */
export const stateText = ({ state, definition }: InstanceRun): string => {
  const text = JSON.stringify(state);
  if (text.length <= heaviestState) return text;
  const [is, may] = [text.length, heaviestState].map((size) => Math.round(size / 1_000_000));
  throw new Error(
    `An instance of ${definition.key} would hold ${is} MB of data, and may hold ${may}: keep what is large in records or files, and their ids in variables.`,
  );
};
