import type { Run } from '../run.ts';
import type { OpenWait, Token } from '../state.ts';
import type { Command } from '../types.ts';

type Merged = Extract<Command, { type: 'record-merged' }>;

/** Records became one: what the instance was about, or waited for, of the others is from now on about that one. */
export const recordMerged = (run: Run, command: Merged): void => {
  const { entity, from, into } = command;
  const { subject, tokens } = run.state;
  if (subject?.entity === entity && from.includes(subject.id)) run.state.subject = { entity, id: into };
  for (const token of tokens) {
    forget(token);
    for (const wait of token.waits ?? []) follow(run, wait, command);
  }
};

/** What was read of the record that is gone; a move that is under way asks anew. */
const forget = (token: Token): void => {
  if (token.ask === undefined && token.known?.subject !== undefined) token.known.subject = undefined;
};

/** Its condition is looked at: it may have become true by the merge. */
const follow = (run: Run, { watch, again }: OpenWait, { entity, from, into }: Merged): void => {
  const id = watch?.record?.id;
  if (watch?.record?.entity !== entity || id == null || !from.includes(id)) return;
  watch.record.id = into;
  // Versions count within one record.
  watch.version = undefined;
  watch.looks.push({});
  if (again?.kind === 'condition') again.recordId = into;
  run.hasLooks = true;
};
