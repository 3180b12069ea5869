import { loadDecision, type DeployedDecisions } from '../data/decisions.ts';
import { findTable } from './kept-table.ts';
import { newTable } from './new-table.ts';

/** Opens the editor over the window, with what was not deployed the last time; answers what was deployed, or null. */
export async function openDecisionEditor(wanted: {
  key: string;
  /** Of a table to be made; an existing one is opened otherwise. */
  name?: string;
  /** A file of an older version, or of somebody else, to begin with. */
  file?: string;
  /** The file comes in place of what was changed before and not deployed. */
  isUpload?: boolean;
}): Promise<DeployedDecisions['decisions'] | null> {
  const { key, name, file, isUpload } = wanted;
  const xml = file ?? (name === undefined ? (await loadDecision(key)).xml : newTable({ key, name }));
  await import('./rl-decision-editor.ts');
  // Asked for twice while it was fetched: the one that stands goes on.
  if (document.querySelector('rl-decision-editor')) return null;
  const editor = Object.assign(document.createElement('rl-decision-editor'), {
    ...{ xml, key },
    kept: isUpload ? null : findTable(key),
  });
  return new Promise((resolve) => {
    editor.addEventListener('rl-close', (event) => {
      editor.remove();
      // The editor's own event.
      resolve((event as CustomEvent<{ deployed: DeployedDecisions['decisions'] | null }>).detail.deployed);
    });
    document.body.append(editor);
  });
}
