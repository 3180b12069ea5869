/** Arrived as far as anybody knows: a mailbox that is not there says so later. */
export const deliveredOf = ({ sent, bounced }: { sent: number; bounced: number }): number =>
  Math.max(0, sent - bounced);
