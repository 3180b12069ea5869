import type { InstanceRun } from './run.ts';

const megabytesOf = (characters: number): number => Math.round(characters / 1_000_000);

/** What it had before stays. */
export class InstanceTooLarge extends Error {
  /** The last that did something. */
  readonly element: string | null;
  readonly params: { is: number; may: number };

  constructor({ definition, history }: InstanceRun, characters: number, room: number) {
    const params = { is: megabytesOf(characters), may: megabytesOf(room) };
    super(
      `An instance of ${definition.key} would hold ${params.is} MB of data, and may hold ${params.may}: keep what is large in records or files, and their ids in variables.`,
    );
    this.element = history.at(-1)?.element ?? null;
    this.params = params;
  }
}

/** The state as its row keeps it. Throws where it has more characters than there is room for. */
export const stateText = (run: InstanceRun, room: number): string => {
  const text = JSON.stringify(run.state);
  if (text.length <= room) return text;
  throw new InstanceTooLarge(run, text.length, room);
};
