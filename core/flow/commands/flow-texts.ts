/**
 * Names in a diagram are in the language of whoever drew it. A plugin brings those of its flows in others, at
 * `<plugin>.flow.<key>` and below it `.<element>`, `.<element>.help`, `.<element>.<field>`, `.<element>.<field>.<value>`. A name that an
 * admin changed in the diagram is no longer the plugin's text, and stays as it is.
 */
import type { Actor } from '../../access/actor.ts';
import type { FlowParts } from './parts.ts';
import type { WorkForm } from './work-item-rows.ts';

export interface FlowTexts {
  flow(key: string, name: string): string;
  element(key: string, element: string, name: string): string;
  help(key: string, element: string, help: string): string;
  form(key: string, element: string, form: WorkForm | null): WorkForm | null;
}

/** What of all flows of plugins reads otherwise in the reader's language: as it is drawn, and as it is said. */
export function flowNames(
  { registry }: Pick<FlowParts, 'registry'>,
  { locale }: Pick<Actor, 'locale'>,
): Record<string, [drawn: string, said: string]> {
  const found = registry.plugins.flatMap(({ id }) => {
    const start = `${id}.flow.`;
    return registry.keys(start).map((key) => [key.slice(start.length), key] as const);
  });
  return Object.fromEntries(
    found.flatMap(([place, key]) => {
      const [drawn, said] = [registry.find('en', key), registry.find(locale, key)];
      return drawn !== undefined && said !== undefined && drawn !== said ? [[place, [drawn, said]]] : [];
    }),
  );
}

export function flowTexts(
  { registry }: Pick<FlowParts, 'registry'>,
  { locale }: Pick<Actor, 'locale'>,
): FlowTexts {
  const translate = (path: string, drawn: string): string => {
    if (locale === 'en') return drawn;
    for (const { id } of registry.plugins) {
      const key = `${id}.flow.${path}`;
      if (registry.find('en', key) === drawn) return registry.find(locale, key) ?? drawn;
    }
    return drawn;
  };
  return {
    flow: translate,
    element: (key, element, name) => translate(`${key}.${element}`, name),
    help: (key, element, help) => translate(`${key}.${element}.help`, help),
    form: (key, element, form) => {
      if (!form || !('fields' in form)) return form;
      const place = `${key}.${element}`;
      const fields = form.fields.map((field) => ({
        ...field,
        ...(field.label !== undefined && { label: translate(`${place}.${field.id}`, field.label) }),
        ...(field.options && {
          options: field.options.map((option) => ({
            ...option,
            label: translate(`${place}.${field.id}.${option.value}`, option.label),
          })),
        }),
      }));
      return { fields };
    },
  };
}
