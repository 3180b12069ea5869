import type { Meta } from '../../web/data/meta.ts';
import { isA, textOf, type ModdleElement } from '../moddle/moddle-element.ts';
import { childrenOf } from '../moddle/moddle-element.ts';
import { readShown } from '../moddle/read-diagram.ts';
import { flowInterface, type FlowInterface } from '../panel/flow-interface.ts';
import { listVersions, loadVersion } from './flows.ts';

/** What a deployed flow asks for and leaves, by its latest version; null where there is none of this key. */
export async function loadInterface(meta: Meta, key: string): Promise<FlowInterface | null> {
  const [latest] = await listVersions(key);
  if (!latest) return null;
  const { definitions } = await readShown((await loadVersion(key, latest.version)).xml);
  const process = childrenOf(definitions, 'rootElements').find(
    (root: ModdleElement) => isA(root, 'bpmn:Process') && textOf(root, 'id') === key,
  );
  return process ? flowInterface(meta, process) : null;
}
