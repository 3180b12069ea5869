import { z } from 'zod';
import { acceptInvitation, invite, mailInvitation, readInvitation } from '../../people/index.ts';
import type { Services } from '../../services.ts';
import { reply, route, type Route } from '../route.ts';

const tag = 'people';
const token = z.object({ token: z.string().min(20).max(100) });

type InvitationServices = Pick<
  Services,
  'sql' | 'registry' | 'clock' | 'auth' | 'identity' | 'config' | 'configuration' | 'mail'
>;

export function invitationRoutes(services: InvitationServices): Route[] {
  const { sql, registry, clock, auth, identity, config, configuration, mail } = services;
  const parts = { sql, registry, clock, hashPassword: auth.hashPassword };
  return [
    route({
      method: 'post',
      path: '/api/users/{id}/invite',
      summary: 'A link by which somebody chooses a password; by mail where a mail server is set, and to copy',
      tag,
      permission: 'users.manage',
      params: z.object({ id: z.uuid() }),
      run: async ({ actor, params, requestId }) => {
        const invitation = await invite(parts, { actor, id: params.id, requestId });
        await configuration.refresh();
        const link = `${config.url}/join/${invitation.token}`;
        const company = (await identity.company()).name;
        const isMailed = mail
          ? await mailInvitation(
              { channel: mail, registry },
              { invitation, link, company, inviter: actor.name },
            )
          : false;
        return reply(201, {
          link,
          until: invitation.until.toISOString(),
          isMailed,
          hasMail: mail !== undefined,
        });
      },
    }),
    route({
      method: 'get',
      path: '/api/invitations/{token}',
      summary: 'Who an invitation is for',
      tag,
      permission: 'public: whoever has the link was sent it; it tells the name and address it was sent to',
      params: token,
      run: async ({ params }) => {
        const { name, email } = await readInvitation(sql, params.token);
        return reply(200, { name, email, company: (await identity.company()).name });
      },
    }),
    route({
      method: 'post',
      path: '/api/invitations/{token}',
      summary: 'Choose a password and use the invitation up',
      tag,
      permission: 'public: needs the link that was sent, which works once',
      params: token,
      body: z.strictObject({ password: z.string().max(200) }),
      run: async ({ params, body }) => {
        const accepted = await acceptInvitation(parts, { ...params, ...body });
        await configuration.refresh();
        return reply(200, accepted);
      },
    }),
  ];
}
