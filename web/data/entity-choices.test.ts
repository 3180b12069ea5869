import { beforeAll, describe, expect, it } from 'vitest';
import words from '../locales/en.json' with { type: 'json' };
import { entityChoices } from './entity-choices.ts';
import { addTexts } from './i18n.ts';
import type { Meta } from './meta.ts';

beforeAll(() => addTexts('en', words));

interface Given {
  id: string;
  name: string;
  plugin?: string;
  partOf?: string;
}

/** What the names of entities are made of; the rest of what a server says is not looked at. */
const metaOf = (...entities: Given[]): Meta =>
  ({
    entities: entities.map(({ id, name, plugin = 'admin', partOf }) => ({
      ...{ id, plugin, label: { one: name, many: `${name}s` } },
      fields: partOf ? [{ id: 'of', type: 'relation', entity: partOf, isPart: true }] : [],
    })),
    navigation: [
      { group: 'service', label: 'Service', items: [{ entity: 'ticket' }] },
      { group: 'custom', label: 'More', items: [{ entity: 'own' }] },
    ],
  }) as unknown as Meta;

const labels = (meta: Meta): string[] => entityChoices(meta).map(({ label }) => label);

describe('entities to choose from', () => {
  it('are those that an admin made, then the others, by name', () => {
    const meta = metaOf(
      { id: 'b', name: 'Deal', plugin: 'sales' },
      { id: 'a', name: 'Account', plugin: 'customers' },
      { id: 'own', name: 'Warranty' },
    );
    expect(labels(meta)).toEqual(['Warranty', 'Account', 'Deal']);
  });

  it('of the same name go by what they are a part of', () => {
    const meta = metaOf(
      { id: 'ticket', name: 'Ticket', plugin: 'service' },
      { id: 'template', name: 'Template', plugin: 'campaigns' },
      { id: 'f', name: 'Attachment', plugin: 'service', partOf: 'ticket' },
      { id: 'g', name: 'Attachment', plugin: 'campaigns', partOf: 'template' },
    );
    expect(labels(meta)).toEqual(['Attachment (Template)', 'Attachment (Ticket)', 'Template', 'Ticket']);
  });

  it('of the same name go by where they stand, else by their keys', () => {
    const meta = metaOf(
      { id: 'ticket', name: 'Ticket', plugin: 'service' },
      { id: 'own', name: 'Ticket' },
      { id: 'x-one', name: 'Course' },
      { id: 'x-two', name: 'Course' },
    );
    expect(labels(meta)).toEqual(['Course (x-one)', 'Course (x-two)', 'Ticket (own)', 'Ticket (Service)']);
  });
});
