import {
  deleteKeptDraft,
  listKeptDrafts,
  putKeptDraft,
  readKeptDraft,
  type KeptDraft,
} from '../data/drafts.ts';
import { dropHere, findHere, keepHere, listHere, type Draft } from './drafts.ts';

export interface FoundDraft {
  /** The one to go on with. */
  draft: Draft | null;
  /** Another one that was saved elsewhere meanwhile, and is not in it. */
  other: Draft | null;
}

/**
 * The draft of a flow: what the server keeps, and before it what this browser could not send yet. When both went
 * on from the same saving, the newer one comes first and the other one is not lost.
 */
export const findDraft = async (key: string): Promise<FoundDraft> => {
  const here = findHere(key);
  const kept = await readKeptDraft(key).then(
    (draft) => draft && fromServer(draft),
    () => null, // Such as without a connection: what is here goes on.
  );
  if (!here || !kept) return { draft: here ?? kept, other: null };
  if (here.xml === kept.xml) return { draft: kept, other: null };
  if (here.rev === kept.rev) return { draft: here, other: null };
  const [draft, other] = here.savedAt >= kept.savedAt ? [here, kept] : [kept, here];
  return { draft: { ...draft, rev: kept.rev }, other };
};

/** All drafts by what a list shows of them. */
export const findDrafts = async (): Promise<Omit<Draft, 'xml'>[]> => {
  const kept = await listKeptDrafts().catch(() => []);
  const here = listHere();
  const known = new Set(here.map((draft) => draft.key));
  return [
    ...here,
    ...kept
      .filter((draft) => !known.has(draft.flow))
      .map(({ flow, savedAt, ...draft }) => ({ ...draft, key: flow, savedAt: Date.parse(savedAt) })),
  ];
};

/** Begins a draft, such as of a new flow, in place of any that is there. */
export const beginDraft = async (draft: Omit<Draft, 'rev' | 'savedAt'>): Promise<void> => {
  const rev = (await readKeptDraft(draft.key).catch(() => null))?.rev ?? 0;
  keepHere({ ...draft, rev, savedAt: Date.now() });
  await putKeptDraft(draft.key, { ...draft, rev }).then(
    () => dropHere(draft.key),
    () => {}, // It is kept here, and sent when it is opened.
  );
};

export const dropDraft = async (key: string): Promise<void> => {
  dropHere(key);
  await deleteKeptDraft(key).catch(() => {}); // At the next opening it is shown as found again.
};

export const fromServer = ({ flow, savedAt, ...draft }: KeptDraft): Draft => ({
  ...draft,
  key: flow,
  savedAt: Date.parse(savedAt),
});
