import type { Channel } from './channel.ts';

/** Stands where a way out is not set up, or nothing may leave: what passes the gate ends here, and the outbox shows it. */
export const trialChannel = ({ id, refuses }: Pick<Channel, 'id' | 'refuses'>): Channel => ({
  id,
  refuses,
  deliver: () => Promise.resolve({ ok: true, id: '', isTrial: true }),
});
