import { z } from 'zod';

const email = z.email().max(254);
/** E.164. */
const phone = /^\+[1-9]\d{6,14}$/;

/** The address as it is kept, or null where it is none: one of each, no line break, nothing but the address. */
export function addressOf(channel: string, given: string): string | null {
  const text = given.trim();
  if (channel === 'email') return email.safeParse(text).success ? text.toLowerCase() : null;
  if (channel === 'sms') return phone.test(text) ? text : null;
  return text !== '' && text.length <= 2_000 && !/[\r\n\0]/.test(text) ? text : null;
}
