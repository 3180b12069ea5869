import { z } from 'zod';
import { route, type PluginServices, type Route } from '../../../core/index.ts';
import { acceptedLocale } from '../models/accepted-locale.ts';
import { openFile } from '../models/portal/file-link.ts';
import { portalPage, portalPath } from '../models/portal/portal-page.ts';

const tag = 'portal';

/** The portal as a page of its own, for who has none to put it on; nothing of the staff's app is loaded for it. */
export const portalPageRoutes = (services: PluginServices): Route[] => [
  route({
    ...{ method: 'get', path: portalPath, tag },
    permission: 'public: whoever opens it still has to sign in by a mail to see anything of their own',
    summary: 'The portal: articles for everybody, and the own requests of who signs in',
    run: ({ request }) => portalPage(services, acceptedLocale(request)),
  }),
  route({
    ...{ method: 'get', path: '/api/plugins/service/portal-files/{token}', tag },
    permission: 'public: the link was signed for the customer whose conversation the file is in',
    summary: 'A file of a conversation, by a link that is good for an hour',
    params: z.object({ token: z.string().max(2_000) }),
    rate: { most: 120, seconds: 60 },
    run: ({ params: { token } }) => openFile(services, token),
  }),
];
