import type { EntityDefinition } from '../entity/definition.ts';
import { fieldsOnPath, type FindEntity, type Use, type UsesProvider } from '../entity/uses/index.ts';
import type { Screens } from './screens.ts';
import type { TreeNode } from './tree/screen-tree.ts';
import { places } from './tree/walk.ts';
import { namesIn } from './uses.ts';

interface ScreenUsesInput {
  screens: Pick<Screens, 'refresh' | 'rows' | 'bases' | 'shown'>;
  registry: { entities(): readonly EntityDefinition[] };
}

/** Which fields screens show, sort and filter by, and ask about, for everybody and for each role that has its own. */
export const screenFieldUses = ({ screens, registry }: ScreenUsesInput): UsesProvider => ({
  kind: 'screen',
  uses: async () => {
    await screens.refresh();
    const all = new Map(registry.entities().map((definition) => [definition.id, definition]));
    const roles = [...new Set(screens.rows().overlays.map(({ role }) => role))].filter(
      (role) => role !== null,
    );
    const isOwn = ({ screen, source }: { screen: { id: string }; source: string }): boolean =>
      // What an entity has by itself shows every field; it counts when somebody arranged it.
      source !== 'default' || screens.rows().overlays.some((overlay) => overlay.screen === screen.id);
    return screens
      .bases()
      .filter(isOwn)
      .flatMap((base) =>
        [[], ...roles.map((role) => [role])].flatMap((own) => {
          const tree = screens.shown(base.screen, { roles: own, device: null });
          return usesOf(base.screen.id, tree, (id) => all.get(id));
        }),
      );
  },
});

/** What a node is nothing without; all else is one thing less to see. */
const needed = new Set(['by', 'lanes', 'date', 'visible', 'required', 'group', 'measure', 'conditions']);

/** A related list of what leads here by a list of records, or one shown in a page, is what it was. */
const alikeForMany = new Set(['by', 'field', 'columns']);

function usesOf(screen: string, tree: TreeNode, find: FindEntity): Use[] {
  const [plugin, ...rest] = screen.split('.');
  const own = String(tree['entity']);
  const label = tree['label'];
  // A label is a text or a text per language.
  const name = (label as Use['name'] | undefined) ?? `${plugin}.screen.${rest.join('.')}`;
  const common = { kind: 'screen', id: screen, name };
  return [
    { ...common, entity: own, isBroken: true },
    ...[...places(tree)].flatMap(({ node }) =>
      namesIn(node, own).flatMap(({ entity, names, path }) =>
        fieldsOnPath(find, entity, names).map((ref) => ({
          ...{ ...common, ...ref, isBroken: needed.has(path) },
          isAlikeForMany: alikeForMany.has(path),
        })),
      ),
    ),
  ];
}
