import { t } from './i18n.ts';
import type { Meta } from './meta.ts';

/** What is defined, as the audit, a pack or its plan names it: the title is that of who wrote it. */
export interface NamedDefinition {
  kind: string;
  id: string;
  title?: string;
}

type Named = Pick<Meta, 'entities' | 'screens' | 'roles'>;

const roleLabel = ({ roles }: Named, wanted: string): string | undefined =>
  roles.find(({ id }) => id === wanted)?.label;

const shown: Readonly<Record<string, (meta: Named, id: string) => string | undefined>> = {
  entity: ({ entities }, wanted) => entities.find(({ id }) => id === wanted)?.label.one,
  screen: ({ screens }, wanted) => screens.find(({ id }) => id === wanted)?.label,
  role: roleLabel,
  navigation: (meta, id) => {
    const whose = id === 'everybody' ? t('audit.everybody') : roleLabel(meta, id);
    return whose && t('audit.navigationOf', { whose });
  },
};

/** What a definition is called in the reader's language; what is not here (any more, or yet) keeps its title. */
export const definitionTitle = (meta: Named, { kind, id, title }: NamedDefinition): string => {
  const name = shown[kind]?.(meta, id);
  if (name) return `${name}${kind === 'screen' ? variantOf(meta, title) : ''}`;
  return title && title !== id ? title : nameless(kind, id);
};

/** Whose screen it is, where it is not everybody's: ` (Seller, phone)`. */
function variantOf(meta: Named, title = ''): string {
  const said = /\(([\w.-]+(?:, phone)?)\)$/.exec(title)?.[1]?.split(', ') ?? [];
  const words = said.map((one) => (one === 'phone' ? t('audit.phone') : (roleLabel(meta, one) ?? one)));
  return words.length > 0 ? ` (${words.join(t('list.comma'))})` : '';
}

/** What a plugin that is away declares has no name here. */
const nameless = (kind: string, id: string): string =>
  kind in shown && id.includes('.') ? t('definition.away', { id }) : id;
