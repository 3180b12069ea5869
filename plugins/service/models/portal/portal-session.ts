/** Who has opened the link that we sent to an address is the customer of that address, until the session ends. */
import { Problem, visitorHeader, type PluginServices, type RecordData } from '../../../../core/index.ts';
import { contactByEmail } from '../../../customers/api.ts';
import { portalKey } from './ask-for-link.ts';
import { dayMs } from '../times.ts';

const portalPass = 'service.portal';
const validDays = 30;

export interface Visitor {
  session: string;
  email: string;
  name: string;
}

export interface Opened {
  pass: string;
  email: string;
  name: string;
}

/** Problems of links, and `service-portal-used` (410) when the link was opened before. */
export const openPortal = (services: PluginServices, key: string): Promise<Opened> =>
  services.transaction(async (tx) => {
    const { session: id = '' } = services.links.open(portalKey, key);
    await tx`select pg_advisory_xact_lock(hashtextextended(${id}, 10))`;
    const records = services.records(services.self, tx);
    const [session] = await records.read('portal-session', [id]);
    if (!session || session['openedAt']) throw new Problem({ status: 410, code: 'service-portal-used' });
    const openedAt = new Date(services.now()).toISOString();
    await records.update('portal-session', [{ id, values: { openedAt } }]);
    const pass = services.links.sign(portalPass, { session: id }, validDays * dayMs);
    const { email, name } = await visitorOf(services, session);
    return { pass, email, name };
  });

/** Problem `service-portal-signed-out` (401) for a pass that is missing, forged, over or was given back. */
export async function visitor(services: PluginServices, request: Request): Promise<Visitor> {
  const signedOut = new Problem({ status: 401, code: 'service-portal-signed-out' });
  const id = sessionIn(services, request);
  if (!id) throw signedOut;
  const [session] = await services.records(services.self).read('portal-session', [id]);
  if (!session?.['openedAt'] || session['endedAt']) throw signedOut;
  return visitorOf(services, session);
}

/** Its pass is good for nothing from then on. */
export async function endPortal(services: PluginServices, { session }: Visitor): Promise<void> {
  const endedAt = new Date(services.now()).toISOString();
  await services.records(services.self).update('portal-session', [{ id: session, values: { endedAt } }]);
}

function sessionIn(services: PluginServices, request: Request): string | undefined {
  try {
    return services.links.open(portalPass, request.headers.get(visitorHeader) ?? '')['session'];
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

async function visitorOf(services: PluginServices, session: RecordData): Promise<Visitor> {
  const email = String(session['email']);
  const contact = await contactByEmail(services.records(services.self), email);
  return { session: session.id, email, name: String(contact?.['name'] ?? email) };
}
