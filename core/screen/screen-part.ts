import { within, type ConfigurationPart, type Reference } from '../configuration/index.ts';
import { checkContent, isContent } from './content-shape.ts';
import type { Screen } from './definition.ts';
import { auditTitle, type EditParts } from './edit/parts.ts';
import type { Operation } from './overlay/operation.ts';
import { everybody } from './screen-library.ts';
import { saveOverlay } from './store/save-overlay.ts';
import { deleteScreen, saveScreen } from './store/save-screen.ts';
import type { Author } from './store/screen-changes.ts';
import { screenKind, type Variant } from './store/screen-rows.ts';

/** What a pack holds of a screen: whole when an admin made it, and what was changed on top of it. */
interface Content {
  definition?: Screen;
  overlays?: (Partial<Variant> & { operations: Operation[] })[];
}

/** Screens as configuration: those that admins made, and the overlays of all. */
export function screenPart(parts: EditParts): ConfigurationPart {
  const { screens, sql } = parts;
  const contents = (): Map<string, Content> => {
    const { screens: made, overlays } = screens.rows();
    const all = new Map(made.map(({ definition }): [string, Content] => [definition.id, { definition }]));
    for (const { screen, role, device, operations } of overlays) {
      const found = all.get(screen) ?? {};
      const overlay = { ...(role !== null && { role }), ...(device !== null && { device }), operations };
      all.set(screen, { ...found, overlays: [...(found.overlays ?? []), overlay] });
    }
    return all;
  };
  const known = (id: string): Screen | undefined =>
    screens.bases().find(({ screen }) => screen.id === id)?.screen;
  return {
    kind: screenKind,
    // After entities and roles, before flows: those are refused without their forms.
    order: 68,
    items: async () => {
      await screens.refresh();
      return [...contents()].map(([id, content]) => {
        const screen = known(id);
        return { id, title: screen ? auditTitle(parts, screen) : id, content };
      });
    },
    has: async (id) => {
      await screens.refresh();
      return known(id) !== undefined;
    },
    // What is no screen refers to nothing; it is refused when it is applied.
    refers: (content) => (isContent(content) ? referencesOf(content as Content) : []),
    apply: async (changes, { actor, at, requestId, isUndo }) => {
      await screens.refresh();
      for (const { id, content } of isUndo ? [] : changes)
        if (content !== null)
          await within({ kind: screenKind, id }, async () =>
            checkContent(content, (content as Content).definition ?? known(id)),
          );
      const author: Author = { actor: actor.userId ?? actor.id, at, requestId, note: null };
      const before = contents();
      await sql.begin(async (tx) => {
        for (const { id, content } of changes) {
          const { definition, overlays = [] } = (content ?? {}) as Content; // as above
          const base = definition ?? known(id);
          const title = base ? auditTitle(parts, base) : id;
          if (content === null && before.get(id)?.definition) {
            await deleteScreen(tx, { id, title }, author);
            continue;
          }
          if (definition) await saveScreen(tx, { definition: { ...definition, id }, title }, author);
          if (!base) continue;
          for (const variant of variantsOf([...(before.get(id)?.overlays ?? []), ...overlays])) {
            const wanted = overlays.find((each) => isOf(each, variant));
            const operations = wanted?.operations ?? [];
            await saveOverlay(tx, { screen: id, title, variant, operations, base }, author);
          }
        }
      });
      await screens.refresh();
    },
    reload: screens.refresh,
  };
}

const isOf = (one: Partial<Variant>, { role, device }: Variant): boolean =>
  (one.role ?? null) === role && (one.device ?? null) === device;

const variantsOf = (all: readonly Partial<Variant>[]): Variant[] =>
  all
    .map((one) => ({ ...everybody, ...one }))
    .map(({ role, device }) => ({ role, device }))
    .filter((one, index, list) => list.findIndex((other) => isOf(other, one)) === index);

function referencesOf({ definition, overlays = [] }: Content): Reference[] {
  const roles = overlays.flatMap(({ role }) => (role ? [{ kind: 'role', id: role }] : []));
  const reports = [...new Set(reportsShown([definition?.body, overlays]))].map((id) => ({
    kind: 'report',
    id,
  }));
  return [...(definition ? [{ kind: 'entity', id: definition.entity }] : []), ...reports, ...roles];
}

/** In a body, and in what overlays add to those of others, at any depth. */
function reportsShown(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const { node, report } = part as { node?: unknown; report?: unknown }; // any object may be asked for these
  const own = node === 'report' && typeof report === 'string' && report !== '' ? [report] : [];
  return [...own, ...Object.values(part).flatMap(reportsShown)];
}
