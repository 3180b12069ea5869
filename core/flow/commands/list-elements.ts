import type { Actor } from '../../access/actor.ts';
import { flowTexts } from './flow-texts.ts';
import type { FlowParts, Page } from './parts.ts';
import { readVersion } from './read-version.ts';

export interface ElementItem {
  id: string;
  /** In the reader's language; empty where nobody gave it one. */
  name: string;
}

/** Where a token can stand in a version, in the order of the file. Problem 404 for a version that is not there. */
export async function listElements(
  parts: FlowParts,
  { actor, key, version }: { actor: Actor; key: string; version: number | 'latest' },
): Promise<Page<ElementItem>> {
  const found = await readVersion(parts, key, version);
  const { graph } = await parts.definitions.get(key, found.version);
  const texts = flowTexts(parts, actor);
  const items = Object.values(graph.nodes).map(({ id, name }) => ({
    id,
    name: texts.element(key, id, name ?? ''),
  }));
  return { items, next: null };
}
