import type { DemoServices, RecordData } from '../../../core/index.ts';
import { dayMs } from '../models/times.ts';

const stories = [
  {
    subject: 'Third late delivery',
    description: 'The third order in a row came a week late, and nobody had said so.',
    findings: 'The carrier changed its depot; the promised days were those of the old one.',
    solution: 'The promised days follow the new depot, and the customer is told before a day is missed.',
  },
  {
    subject: 'Screen broke after a week',
    description: 'The screen has a crack although the device never left the desk.',
    findings: 'Devices of that week were packed without a corner guard.',
    solution: 'A new device was sent, and the remaining ones were packed again.',
  },
  {
    subject: 'Nobody called back',
    description: 'A call back was promised twice and did not come.',
    findings: 'The promise stood in a note that nobody was given.',
    solution: 'Who promises a call makes it a work item with a day.',
  },
  {
    subject: 'Charged too much',
    description: 'The invoice has a fee that the offer does not have.',
    findings: 'The fee of the former contract was taken over.',
    solution: 'The fee was paid back, and the contract corrected.',
  },
] as const;

const causes = ['delivery', 'product', 'service', 'price'] as const;

/** Eight that came to an end, so that their causes can be counted, and two that have just begun. */
export async function demoComplaints(services: DemoServices, accounts: readonly RecordData[]): Promise<void> {
  const of = (index: number) => accounts[(index * 5) % accounts.length]?.id;
  await services.create(
    'complaint',
    Array.from({ length: 8 }, (_, index) => ({
      ...stories[index % stories.length],
      status: 'followed-up',
      cause: causes[index % 3 === 0 ? 0 : index % causes.length],
      account: of(index),
      isContent: index % 3 !== 0,
      solvedAt: new Date(services.now - (index + 2) * 6 * dayMs).toISOString(),
    })),
  );
  // Awake: the process begins with them, and somebody is asked to apologise.
  await services.as({ startsFlows: true }).create(
    'complaint',
    [0, 3].map((place) => {
      const { subject, description } = stories[place]!;
      return { subject, description, cause: causes[place], account: of(place + 9) };
    }),
  );
}
