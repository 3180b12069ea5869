/** Names in the database follow from names in the API: camelCase becomes snake_case, quoted for words like `order`. */

export const snake = (name: string): string =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/[.-]/g, '_')
    .toLowerCase();

/** Only ever called with names that the check of definitions has passed. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export const bareTable = (entity: string): string => snake(entity);
export const tableOf = (entity: string): string =>
  entity === 'user' ? 'core."user"' : `data.${quoted(bareTable(entity))}`;
