import type { Actor } from '../../access/index.ts';
import { definitionChanged } from '../../configuration/index.ts';
import type { Tx } from '../../db/connect.ts';
import type { SavedView } from './saved-view.ts';

type Content = Pick<SavedView, 'entity' | 'kind' | 'name' | 'sharing' | 'roles' | 'definition'>;

interface ViewChange {
  id: string;
  before: Content | null;
  after: Content | null;
  actor: Actor;
  at: number;
}

/** The fact for the audit, of what others see: a view of one person alone is nobody else's business. */
export async function sharedViewChanged(tx: Tx, { id, actor, at, ...change }: ViewChange): Promise<void> {
  const before = sharedContent(change.before);
  const after = sharedContent(change.after);
  const shown = after ?? before;
  if (!shown || JSON.stringify(before) === JSON.stringify(after)) return;
  const by = actor.userId ?? actor.id;
  await definitionChanged(tx, { kind: 'view', id, title: shown.name, before, after, actor: by, at });
}

const sharedContent = (view: Content | null): Content | null => {
  if (!view || view.sharing === 'private') return null;
  const { entity, kind, name, sharing, roles, definition } = view;
  return { entity, kind, name, sharing, roles, definition };
};
