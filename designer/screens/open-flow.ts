import { listVersions, loadVersion, type FlowVersionItem } from '../data/flows.ts';
import type { Draft } from '../drafts/drafts.ts';
import { findDraft } from '../drafts/find-drafts.ts';

/** What the designer opens for a flow key. */
export interface OpenFlow {
  key: string;
  xml: string;
  /** The version drawn on; 0 for a flow that was never deployed. */
  base: number;
  /** The newest deployed version; 0 for none. */
  latest: number;
  versions: FlowVersionItem[];
  /** The draft that `xml` came from. */
  draft: Draft | null;
  /** Another draft of the same person, saved elsewhere meanwhile. */
  other: Draft | null;
  isReadOnly: boolean;
}

/**
 * A flow with what this browser kept of it: the draft where there is one, else the newest version; or one older
 * version to look at. Null when there is neither.
 */
export const openFlow = async (
  key: string,
  { version, mayDraw }: { version: number | undefined; mayDraw: boolean },
): Promise<OpenFlow | null> => {
  const versions = await listVersions(key);
  const latest = versions[0]?.version ?? 0;
  const shown = { key, latest, versions, other: null };
  if (version !== undefined && version !== latest) {
    const { xml } = await loadVersion(key, version);
    return { ...shown, xml, base: version, draft: null, isReadOnly: true };
  }
  const { draft, other } = mayDraw ? await findDraft(key) : { draft: null, other: null };
  if (draft) return { ...shown, xml: draft.xml, base: draft.base, draft, other, isReadOnly: false };
  if (latest === 0) return null;
  const { xml } = await loadVersion(key, latest);
  return { ...shown, xml, base: latest, draft: null, isReadOnly: !mayDraw };
};

/** An older version taken up again, to be deployed as the next one. */
export const asDraft = (flow: OpenFlow, name: string): OpenFlow => {
  const draft = { key: flow.key, base: flow.latest, xml: flow.xml, name, rev: 0, savedAt: Date.now() };
  return { ...flow, base: flow.latest, draft, isReadOnly: false };
};
