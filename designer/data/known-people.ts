import { findUsers, mostUsers } from '../../web/data/users.ts';

/** Who works here, by id and address; undefined where there are more than are read at once. */
export async function knownPeople(): Promise<string[] | undefined> {
  const users = await findUsers();
  if (users.length >= mostUsers) return undefined;
  return users
    .filter(({ isActive }) => isActive !== false)
    .flatMap(({ id, email }) => [id, ...(email ? [email.toLowerCase()] : [])]);
}
