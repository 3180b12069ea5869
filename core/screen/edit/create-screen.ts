import { newId } from '../../db/new-id.ts';
import type { Screen } from '../definition.ts';
import { defaultScreen } from '../default/default-screens.ts';
import { saveScreen } from '../store/save-screen.ts';
import { treeOf } from '../tree/screen-tree.ts';
import { places } from '../tree/walk.ts';
import { auditTitle, authorOf, type EditParts, type Editing } from './parts.ts';
import { refuseBroken } from './save-variant.ts';

/** Kinds that an admin makes more of; the page of a record there is once, and it is changed instead. */
export const madeKinds = ['list', 'board', 'calendar', 'dashboard', 'form'] as const;

export interface NewScreen extends Pick<Screen, 'entity' | 'label' | 'nav' | 'isFirst'> {
  kind: (typeof madeKinds)[number];
  /** Begins as a copy of this one. */
  from?: string;
}

/** A screen of an admin's own, begun with what its entity offers. Answers its id. */
export async function createScreen(parts: EditParts, input: NewScreen, editing: Editing): Promise<string> {
  const { sql, registry, screens } = parts;
  await screens.refresh();
  const entity = registry.entity(input.entity);
  const id = `screen.${newId().slice(-12)}`;
  const begun = input.from ? screens.base(input.from).screen : defaultScreen(entity, input.kind);
  const definition: Screen = {
    ...begun,
    ...(input.kind === 'dashboard' && !input.from && { body: [] }),
    id,
    kind: input.kind,
    entity: input.entity,
    label: input.label,
    nav: input.nav,
    isFirst: input.isFirst,
  };
  const tree = treeOf(definition);
  const touched = new Set([...places(tree)].map(({ node }) => node.id));
  refuseBroken(parts, { tree, touched, editing });
  const title = auditTitle(parts, definition);
  await sql.begin((tx) => saveScreen(tx, { definition, title, version: 0 }, authorOf(editing)));
  await screens.refresh();
  return id;
}
