import { loadDecision, type DeployedDecisions } from '../data/decisions.ts';
import { newTable } from './new-table.ts';

/** Opens the editor over the window; answers what was deployed, or null. */
export async function openDecisionEditor(wanted: {
  key: string;
  /** Of a table to be made; an existing one is opened otherwise. */
  name?: string;
  /** A file of somebody else's, or of an older version, to begin with. */
  file?: string;
}): Promise<DeployedDecisions['decisions'] | null> {
  const { key, name, file } = wanted;
  const xml = file ?? (name === undefined ? (await loadDecision(key)).xml : newTable({ key, name }));
  await import('./rl-decision-editor.ts');
  const editor = Object.assign(document.createElement('rl-decision-editor'), { xml, key });
  return new Promise((resolve) => {
    editor.addEventListener('rl-close', (event) => {
      editor.remove();
      // The editor's own event.
      resolve((event as CustomEvent<{ deployed: DeployedDecisions['decisions'] | null }>).detail.deployed);
    });
    document.body.append(editor);
  });
}
