/** People: those who sign in, and those who only have a name yet but own records and receive work. */
import type { Db, Sql, Tx } from '../db/connect.ts';
import { invalid, notFound, Problem } from '../errors.ts';

export interface Person {
  id: string;
  name: string;
  email: string | null;
  isActive: boolean;
  locale: string;
  roles: string[];
  team: { id: string; title: string } | null;
  managesTeams: { id: string; title: string }[];
  /** Has a password. */
  canSignIn: boolean;
  /** Until when an invitation waits for them. */
  invitedUntil: Date | null;
}

const columns = (sql: Db) => sql`
  u.id, u.name, u.email, u.is_active as "isActive", u.locale,
  array(select role_id from core.user_role r where r.user_id = u.id order by 1) as roles,
  case when t.id is not null then jsonb_build_object('id', t.id, 'title', t.name) end as team,
  coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'title', m.name) order by m.name)
            from core.team m where m.manager_id = u.id), '[]') as "managesTeams",
  exists (select 1 from core.account a where a.user_id = u.id) as "canSignIn",
  (select until from core.invitation i where i.user_id = u.id and i.until > now()) as "invitedUntil"`;

export async function listPeople(
  sql: Db,
  options: { search?: string; limit: number; offset: number },
): Promise<Person[]> {
  const pattern = `%${(options.search ?? '').replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return sql<Person[]>`
    select ${columns(sql)} from core."user" u left join core.team t on t.id = u.team_id
    where u.name ilike ${pattern} or u.email ilike ${pattern}
    order by u.is_active desc, lower(u.name), u.id limit ${options.limit} offset ${options.offset}`;
}

export async function readPerson(sql: Db, id: string): Promise<Person> {
  const [person] = await sql<Person[]>`
    select ${columns(sql)} from core."user" u left join core.team t on t.id = u.team_id where u.id = ${id}`;
  if (!person) throw notFound('user', id);
  return person;
}

export interface PersonChange {
  name?: string;
  email?: string | null;
  password?: string;
  roles?: string[];
  team?: string | null;
  isActive?: boolean;
  locale?: 'en' | 'zh-CN';
}

export interface SavePerson {
  id?: string;
  change: PersonChange;
  hashPassword: (password: string) => Promise<string>;
}

/** Creates (without id) or changes a person; with a password they can sign in. Answers the id. */
export const savePerson = (sql: Sql, input: SavePerson): Promise<string> =>
  sql.begin((tx) => savePersonIn(tx, input));

/** The same, in a transaction of the caller's. */
export async function savePersonIn(tx: Tx, { id: known, change, hashPassword }: SavePerson): Promise<string> {
  if (change.password !== undefined && change.password.length < 8)
    throw invalid([{ pointer: '/password', code: 'password-short' }]);
  const hash = change.password === undefined ? undefined : await hashPassword(change.password);
  try {
    const id = known ?? (await insertPerson(tx, change));
    if (known) await updatePerson(tx, known, change);
    if (change.roles) await setRoles(tx, id, change.roles);
    if (hash !== undefined) await setPassword(tx, id, hash);
    if (change.isActive === false) await tx`delete from core.session where user_id = ${id}`;
    return id;
  } catch (error) {
    throw emailTaken(error) ? invalid([{ pointer: '/email', code: 'email-taken' }]) : error;
  }
}

async function insertPerson(tx: Db, change: PersonChange): Promise<string> {
  if (!change.name?.trim()) throw invalid([{ pointer: '/name', code: 'required' }]);
  const [row] = await tx<{ id: string }[]>`
    insert into core."user" (name, email, team_id, locale)
    values (${change.name.trim()}, ${lower(change.email) ?? null}, ${change.team ?? null}, ${change.locale ?? 'en'}) returning id`;
  return row!.id;
}

async function updatePerson(tx: Db, id: string, change: PersonChange): Promise<void> {
  const columns: Record<string, unknown> = { updated_at: new Date() };
  if (change.name !== undefined) columns['name'] = change.name.trim();
  if (change.email !== undefined) columns['email'] = lower(change.email);
  if (change.team !== undefined) columns['team_id'] = change.team;
  if (change.isActive !== undefined) columns['is_active'] = change.isActive;
  if (change.locale !== undefined) columns['locale'] = change.locale;
  const done = await tx`update core."user" set ${tx(columns)} where id = ${id}`;
  if (done.count === 0) throw notFound('user', id);
}

export async function setRoles(tx: Db, id: string, roles: readonly string[]): Promise<void> {
  await tx`delete from core.user_role where user_id = ${id} and not role_id = any(${roles as string[]})`;
  await tx`insert into core.user_role (user_id, role_id) select ${id}, unnest(${roles as string[]}::text[]) on conflict do nothing`;
}

async function setPassword(tx: Db, id: string, hash: string): Promise<void> {
  const [row] = await tx<{ email: string | null }[]>`select email from core."user" where id = ${id}`;
  if (!row?.email) throw new Problem({ status: 422, code: 'password-without-email' });
  await tx`insert into core.account (user_id, account_id, provider_id, password)
    values (${id}, ${id}, 'credential', ${hash})
    on conflict (provider_id, account_id) do update set password = excluded.password, updated_at = now()`;
  await tx`delete from core.session where user_id = ${id}`;
}

const lower = (email: string | null | undefined): string | null | undefined =>
  email?.trim().toLowerCase() ?? email;

const emailTaken = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  (error as { constraint_name?: string }).constraint_name === 'user_email_key';
