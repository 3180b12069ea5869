import { notFound } from '../../errors.ts';
import type { Screen } from '../definition.ts';
import { saveOverlay } from '../store/save-overlay.ts';
import { deleteScreen, saveScreen } from '../store/save-screen.ts';
import { readChange } from '../store/screen-changes.ts';
import type { Variant } from '../store/screen-rows.ts';
import { auditTitle, authorOf, type EditParts, type Editing } from './parts.ts';

interface RestoreInput {
  id: string;
  change: string;
  note: string | null;
}

/** Brings back what a screen was after a change; that is a change again, so it can be undone as well. */
export async function restoreChange(parts: EditParts, input: RestoreInput, editing: Editing): Promise<void> {
  const { sql, screens } = parts;
  const change = await readChange(sql, input.id, input.change);
  if (!change || (change.kind === 'definition' && !change.content)) throw notFound('change', input.change);
  await screens.refresh();
  const author = authorOf(editing, input.note);
  await sql.begin(async (tx) => {
    if (change.kind === 'definition') {
      // The cast: what was stored as a definition is one.
      const definition = change.content as Screen;
      return saveScreen(tx, { definition, title: auditTitle(parts, definition) }, author);
    }
    const { screen } = screens.base(input.id);
    const content =
      change.content && 'operations' in change.content ? change.content : { operations: [], base: screen };
    const variant = { role: change.role, device: change.device };
    return saveOverlay(
      tx,
      { screen: input.id, title: auditTitle(parts, screen), variant, ...content },
      author,
    );
  });
  await screens.refresh();
}

/** A variant is as the original again; an admin's own screen has none. */
export async function resetVariant(
  parts: EditParts,
  { id, variant }: { id: string; variant: Variant },
  editing: Editing,
): Promise<void> {
  const { sql, screens } = parts;
  await screens.refresh();
  const { screen } = screens.base(id);
  const title = auditTitle(parts, screen);
  await sql.begin((tx) =>
    saveOverlay(tx, { screen: id, title, variant, operations: [], base: screen }, authorOf(editing)),
  );
  await screens.refresh();
}

/** An admin's own screen is put away; its history stays. */
export async function removeScreen(parts: EditParts, id: string, editing: Editing): Promise<void> {
  const { sql, screens } = parts;
  await screens.refresh();
  const title = auditTitle(parts, screens.base(id).screen);
  await sql.begin((tx) => deleteScreen(tx, { id, title }, authorOf(editing)));
  await screens.refresh();
}
