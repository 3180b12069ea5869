/** A customer at the portal, as a browser asks. */
import type { Desk } from './open-desk.ts';

export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

export interface Visitor {
  pass: string;
  ask(path: string, body?: unknown): Promise<Answer>;
}

const base = '/api/plugins/service/sites/own/portal';

export const portalAsk = async (
  desk: Desk,
  path: string,
  { pass, body }: { pass?: string; body?: unknown } = {},
): Promise<Answer> => {
  const answer = await desk.world.send(base + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', ...(pass && { 'relata-visitor': pass }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const read = await answer.text();
  // The cast: the answers of these routes are objects, or nothing.
  return { status: answer.status, body: (read ? JSON.parse(read) : {}) as Record<string, unknown> };
};

/** The key out of the last mail to somebody. */
export async function keyFor(desk: Desk, email: string): Promise<string> {
  await portalAsk(desk, '/links', { body: { email } });
  const [mail] = await desk.world.sql<{ content: { text: string } }[]>`
    select content from core.outbox where recipient = ${email.toLowerCase()} and content->>'text' like '%#key=%'
    order by id desc limit 1`;
  return /#key=(\S+)/.exec(mail?.content.text ?? '')?.[1] ?? '';
}

export async function visit(desk: Desk, email: string): Promise<Visitor> {
  const opened = await portalAsk(desk, '/sessions', { body: { key: await keyFor(desk, email) } });
  const pass = String(opened.body['pass']);
  return { pass, ask: (path, body) => portalAsk(desk, path, { pass, body }) };
}
