import { expect, test } from 'vitest';
import { t } from '../data/i18n.ts';
import type { Meta, MetaEntity } from '../data/meta.ts';
import { askForRecord, newRecordOffer, type WantedRecord } from './new-record-offer.ts';

const metaOf = (isAllowed: boolean): Meta => {
  const account = { id: 'account', label: { one: 'Account' }, can: { create: isAllowed } };
  return { entities: [account as unknown as MetaEntity] } as Meta;
};

test('a form offers to make the record that its relation lacks', () => {
  const offer = newRecordOffer(metaOf(true), { type: 'relation', entity: 'account' });
  expect(offer?.('')).toBe(t('record.newTitle', { what: 'Account' }));
  expect(offer?.('Acme')).toBe(t('picker.newCalled', { what: 'Account', title: 'Acme' }));
});

test.each([
  ['to whoever may not make one', false, { type: 'relation', entity: 'account' }],
  ['for an entity that the reader does not see', true, { type: 'relation', entity: 'contract' }],
  ['for people: they are invited', true, { type: 'user' }],
] as const)('nothing is offered %s', (_, isAllowed, field) => {
  expect(newRecordOffer(metaOf(isAllowed), field)).toBeUndefined();
});

test('what is wanted reaches the window, through shadow roots', () => {
  const place = new EventTarget();
  const heard: Event[] = [];
  place.addEventListener('rl-wanted', (event) => heard.push(event));
  const wanted: WantedRecord = { entity: 'account', title: 'Acme', take: () => {} };
  askForRecord(place, wanted);
  expect(heard).toMatchObject([{ detail: wanted, bubbles: true, composed: true }]);
});
