/**
 * People in a pack. An id means nobody elsewhere, so a pack names people by their e-mail, as
 * `relata-person:anna@example.com`, and who comes in is found by it.
 */
import type { Sql } from '../../db/connect.ts';
import type { PackItem } from './pack-files.ts';

const mark = 'relata-person:';
const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const named = /relata-person:([\w.@+%-]+)/g;

/** The files with the e-mail of each person in place of their id. */
export async function withEmails(sql: Sql, files: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const ids = new Set([...files.values()].flatMap((text) => text.match(uuid) ?? []));
  const rows = await sql<{ id: string; email: string }[]>`
    select id::text, email from core."user" where email is not null and id::text = any(${[...ids]})`;
  const emails = new Map(rows.map(({ id, email }) => [id, `${mark}${escaped(email)}`]));
  return new Map(
    [...files].map(([path, text]) => [path, text.replaceAll(uuid, (id) => emails.get(id) ?? id)]),
  );
}

/**
 * The items with people's ids here. Whoever is not here is in the item's `absent`, by e-mail, and `instead` takes their
 * place: a task that nobody has would be done by nobody.
 */
export async function withPeople(
  sql: Sql,
  { items, instead }: { items: readonly PackItem[]; instead: string },
): Promise<PackItem[]> {
  const texts = items.map(({ content }) => (typeof content === 'string' ? content : JSON.stringify(content)));
  const emails = new Set(texts.flatMap(emailsIn));
  const rows = await sql<{ id: string; email: string }[]>`
    select id::text, lower(email) as email from core."user" where lower(email) = any(${[...emails]}) and is_active`;
  const people = new Map(rows.map(({ id, email }) => [email, id]));
  return items.map((item, index) => {
    const own = emailsIn(texts[index]!);
    if (own.length === 0) return item;
    const text = texts[index]!.replaceAll(named, (_, email: string) => people.get(plain(email)) ?? instead);
    const absent = [...new Set(own.filter((email) => !people.has(email)))];
    return { ...item, content: typeof item.content === 'string' ? text : JSON.parse(text), absent };
  });
}

const emailsIn = (text: string): string[] => [...text.matchAll(named)].map(([, email]) => plain(email!));

/** Nothing that means something in JSON, XML or an expression. */
const escaped = (email: string): string =>
  email.replaceAll(/[^\w.@+-]/gu, (letter) =>
    [...Buffer.from(letter)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  );

/** A pack that was written by hand may hold what is not escaped well. */
function plain(email: string): string {
  try {
    return decodeURIComponent(email).toLowerCase();
  } catch {
    return email.toLowerCase();
  }
}
