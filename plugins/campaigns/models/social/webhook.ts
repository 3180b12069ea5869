import type { SocialAdapter } from './adapter.ts';

/**
 * Whatever takes a signed `POST {"subject", "text", "attachments"}`: a service that passes posts on to networks, or a
 * program of one's own. It goes by the channel `webhook` of the outbox, and so has its retries, signature and key.
 */
export const webhook: SocialAdapter = {
  network: 'webhook',
  label: 'Webhook',
  needs: ['address'],
  limits: {
    characters: 5_000,
    pictures: 1,
    pictureTypes: ['image/png', 'image/jpeg', 'image/gif', 'image/webp'],
    pictureBytes: 5_000_000,
  },
};
