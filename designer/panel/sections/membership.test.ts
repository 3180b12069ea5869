import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Meta } from '../../../web/data/meta.ts';
import { childrenOf } from '../../moddle/moddle-element.ts';
import { readDiagram } from '../../moddle/read-diagram.ts';
import { membershipAt, membershipChoices } from './membership.ts';

const journey = readFileSync(
  new URL('../../../plugins/campaigns/flows/first-offer-journey.bpmn', import.meta.url),
  'utf8',
);
// The rest of an entity is not looked at.
const entities = [
  {
    id: 'segment',
    label: { one: 'Segment', many: 'Segments' },
    members: { of: 'contact', entered: 'campaigns.segment-entered', left: 'campaigns.segment-left' },
  },
  { id: 'contact', label: { one: 'Contact', many: 'Contacts' } },
];
const about = (subject: string) => ({ meta: { entities } as unknown as Meta, subject });

test('a flow about contacts can begin with who enters or leaves a segment, one about deals cannot', () => {
  expect(membershipChoices(about('contact')).map(({ value }) => value)).toEqual([
    'segment entered',
    'segment left',
  ]);
  expect(membershipChoices(about('opportunity'))).toEqual([]);
});

test('the signal of a segment is known again as that', async () => {
  const { byId } = await readDiagram(journey);
  const [definition] = childrenOf(byId.get('entered'), 'eventDefinitions');
  expect(membershipAt(about('contact'), definition)?.id).toBe('segment entered');
  expect(membershipAt(about('opportunity'), definition)).toBeUndefined();
});
