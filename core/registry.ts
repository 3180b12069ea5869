/** All that plugins declare, checked once at boot, together with the entities admins made at run time. */
import { readdir, readFile } from 'node:fs/promises';
import type { Role } from './access/role.ts';
import type { EntityDefinition, FieldDefinition } from './entity/definition.ts';
import { Problem } from './errors.ts';
import { readBrowserFiles, type BrowserFiles } from './plugin-browser-files.ts';
import type { Plugin } from './plugin.ts';
import type { TaskType } from './task.ts';
import type { Screen } from './screen/definition.ts';

export type Locale = 'en' | 'zh-CN';
export const locales: readonly Locale[] = ['en', 'zh-CN'];

/** By entity and field. */
export type RemovedFields = ReadonlyMap<string, Readonly<Record<string, FieldDefinition>>>;

export interface Registry {
  /** Rises with every change of definitions. */
  readonly version: number;
  readonly plugins: readonly Plugin[];
  /** What plugins bring ready for the browser. */
  readonly browserFiles: readonly BrowserFiles[];
  entities(): EntityDefinition[];
  /** Throws problem `entity-unknown` (404). */
  entity(id: string): EntityDefinition;
  hasEntity(id: string): boolean;
  /** A field that is there, waits for what it leads to, or was removed and can come back: for its name. */
  lastKnownField(entity: string, field: string): FieldDefinition | undefined;
  /** Ids of the fields that were removed and can come back. */
  removedFields(entity: string): string[];
  readonly tasks: ReadonlyMap<string, TaskType>;
  /** Plugins' screens and those that admins made, as they are declared: without what overlays say. */
  readonly screens: readonly Screen[];
  /** What runs: base ⊕ overlay, and the roles that admins made. */
  readonly roles: readonly Role[];
  /** As core and plugins declare them. */
  readonly baseRoles: readonly Role[];
  replaceRoles(roles: readonly Role[]): void;
  replaceAdminEntities(definitions: readonly EntityDefinition[], removed?: RemovedFields): void;
  replaceAdminScreens(screens: readonly Screen[]): void;
  /** Keys of texts that begin so. */
  keys(start: string): string[];
  /** The text for a key, English when the language lacks it, undefined when nobody has it. */
  find(locale: Locale, key: string): string | undefined;
  /** The same, with `{{name}}` filled from params, which may be texts per language; the key itself when there is no text. */
  text(locale: Locale, key: string, params?: Record<string, unknown>): string;
}

const coreRoles: Role[] = [
  {
    id: 'administrator',
    permissions: ['*'],
    grants: [{ entity: '*', actions: ['read', 'create', 'update', 'delete'] }],
  },
  { id: 'flows', permissions: [], grants: [{ entity: '*', actions: ['read', 'create', 'update'] }] },
];

/** `coreTasks` are the task types every installation has. */
export async function createRegistry(
  plugins: readonly Plugin[],
  coreTasks: readonly TaskType[] = [],
): Promise<Registry> {
  checkPlugins(plugins);
  const [texts, browserFiles] = await Promise.all([loadTexts(plugins), readBrowserFiles(plugins)]);
  const declared = new Map<string, EntityDefinition>();
  for (const plugin of plugins)
    for (const entity of plugin.entities) declared.set(entity.id, { ...entity, plugin: plugin.id });
  let all = new Map(declared);
  let removedFields: RemovedFields = new Map();
  let adminScreens: readonly Screen[] = [];
  let version = 1;
  const baseRoles = [...coreRoles, ...plugins.flatMap((plugin) => plugin.roles)];
  let roles = baseRoles;
  const find = (locale: Locale, key: string): string | undefined =>
    texts[locale].get(key) ?? texts.en.get(key);
  return {
    get version() {
      return version;
    },
    plugins,
    browserFiles,
    entities: () => [...all.values()],
    entity: (id) => {
      const found = all.get(id);
      if (!found) throw new Problem({ status: 404, code: 'entity-unknown', params: { entity: id } });
      return found;
    },
    hasEntity: (id) => all.has(id),
    lastKnownField: (entity, field) => {
      const known = all.get(entity);
      return known?.fields[field] ?? known?.waiting?.fields[field] ?? removedFields.get(entity)?.[field];
    },
    removedFields: (entity) => Object.keys(removedFields.get(entity) ?? {}),
    tasks: new Map(
      [...coreTasks, ...plugins.flatMap((plugin) => plugin.tasks)].map((task) => [task.id, task]),
    ),
    get screens() {
      return [...plugins.flatMap((plugin) => plugin.screens), ...adminScreens];
    },
    get roles() {
      return roles;
    },
    baseRoles,
    replaceRoles: (next) => {
      roles = [...next];
      version++;
    },
    replaceAdminEntities: (definitions, removed = new Map()) => {
      removedFields = removed;
      all = new Map(declared);
      for (const definition of definitions) all.set(definition.id, definition);
      version++;
    },
    replaceAdminScreens: (screens) => {
      adminScreens = screens;
    },
    keys: (start) => [...texts.en.keys()].filter((key) => key.startsWith(start)),
    find,
    text: (locale, key, params) => fill(find(locale, key) ?? key, inLanguage(params, locale)),
  };
}

/** Ids are unique over all plugins, and every plugin named in `uses` is there. */
function checkPlugins(plugins: readonly Plugin[]): void {
  const ids = new Set(plugins.map((plugin) => plugin.id));
  const owners = new Map<string, string>();
  for (const plugin of plugins) {
    for (const used of plugin.uses)
      if (!ids.has(used)) throw new Error(`Plugin ${plugin.id} uses ${used}, which is not installed.`);
    const things = [
      `plugin ${plugin.id}`,
      ...plugin.entities.map((entity) => `entity ${entity.id}`),
      ...plugin.tasks.map((task) => `task ${task.id}`),
      ...plugin.screens.map((screen) => `screen ${screen.id}`),
      ...plugin.reports.map((report) => `report ${report.id}`),
      ...plugin.roles.map((role) => `role ${role.id}`),
    ];
    for (const thing of things) {
      const other = owners.get(thing);
      if (other) throw new Error(`Two plugins declare the ${thing}: ${other} and ${plugin.id}.`);
      owners.set(thing, plugin.id);
    }
  }
}

async function loadTexts(plugins: readonly Plugin[]): Promise<Record<Locale, Map<string, string>>> {
  const texts = { en: new Map<string, string>(), 'zh-CN': new Map<string, string>() };
  const folder = new URL('locales/', import.meta.url);
  for (const name of await readdir(folder)) {
    const locale = locales.find((candidate) => name.endsWith(`.${candidate}.json`));
    if (locale) await addFile(texts[locale], new URL(name, folder));
  }
  for (const plugin of plugins)
    for (const locale of locales)
      await addFile(texts[locale], new URL(plugin.locales.replace('*', locale), plugin.url));
  return texts;
}

async function addFile(texts: Map<string, string>, url: URL): Promise<void> {
  const content = JSON.parse(await readFile(url, 'utf8')) as Record<string, string>;
  for (const [key, text] of Object.entries(content)) texts.set(key, text);
}

const inLanguage = (params: Record<string, unknown> = {}, locale: Locale): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null && locale in value
        ? // The cast: it was just asked for.
          (value as Record<Locale, unknown>)[locale]
        : value,
    ]),
  );

const fill = (text: string, params: Record<string, unknown>): string =>
  text.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) =>
    name in params ? String(params[name]) : whole,
  );
