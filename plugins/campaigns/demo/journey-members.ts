import type { DemoServices, RecordData, Values } from '../../../core/index.ts';

export interface DemoMember {
  contact: RecordData;
  at: number;
  isHeldOut: boolean;
  /** What they bought for, where they did. */
  revenue?: unknown;
}

/** Who entered the first-offer journey, one in ten of them held out. */
export async function journeyMembers(services: DemoServices, members: readonly DemoMember[]): Promise<void> {
  // A buyer may be met twice; that they bought counts.
  const once = [
    ...new Map(
      members
        .toSorted((one, other) => Number(one.revenue !== undefined) - Number(other.revenue !== undefined))
        .map((member) => [member.contact.id, member]),
    ).values(),
  ];
  await services.create(
    'journey-member',
    once.map(({ contact, at, isHeldOut, revenue }): Values => ({
      ...{ journey: 'first-offer-journey', member: contact.id },
      ...{ group: isHeldOut ? 'hold-out' : 'mail', isHeldOut, enteredAt: new Date(at).toISOString() },
      ...(revenue !== undefined && { boughtAt: new Date(at + 86_400_000).toISOString(), revenue }),
    })),
  );
}
