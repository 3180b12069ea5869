import type { LocalText, FieldDefinition } from '../../core/entity/definition.ts';
import { api } from './client.ts';

export interface NewField {
  id: string;
  type: FieldDefinition['type'];
  label: string;
  entity?: string;
  options?: string[];
}

export interface NewEntity {
  id: string;
  one: string;
  many: string;
  hasOwner: boolean;
  fields: NewField[];
}

export interface PlanStep {
  kind: string;
  isBreaking: boolean;
  text: string;
}

type Planned = { plan: PlanStep[] };

/** What making it would do to the database, in sentences. */
export const planEntity = async (entity: NewEntity): Promise<PlanStep[]> =>
  (await api.post<Planned>('/api/entities/plan', { entity: entityBody(entity) })).plan;

export const createEntity = (entity: NewEntity): Promise<unknown> =>
  api.post('/api/entities', entityBody(entity));

export const planFields = async (id: string, fields: NewField[]): Promise<PlanStep[]> =>
  (await api.post<Planned>('/api/entities/plan', { id, fields: fieldsBody(fields) })).plan;

export const addFields = (id: string, fields: NewField[]): Promise<unknown> =>
  api.post(`/api/entities/${encodeURIComponent(id)}/fields`, { fields: fieldsBody(fields) });

/** A label in both languages is the same until an admin translates it. */
const both = (text: string): LocalText => ({ en: text, 'zh-CN': text });

const entityBody = ({ id, one, many, hasOwner, fields }: NewEntity): unknown => ({
  id,
  title: fields[0]?.id ?? 'name',
  owner: hasOwner,
  label: { one: both(one), many: both(many) },
  fields: fieldsBody(fields),
});

const fieldsBody = (fields: NewField[]): Record<string, unknown> =>
  Object.fromEntries(
    fields.map(({ id, type, label, entity, options }) => [
      id,
      {
        type,
        label: both(label),
        ...(entity ? { entity } : {}),
        ...(options
          ? { options: options.map((value) => ({ value: optionId(value), label: both(value) })) }
          : {}),
      },
    ]),
  );

const optionId = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
