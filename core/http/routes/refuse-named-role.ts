/** A role that something else names stays: the view would be shared with nobody, the work would wait for nobody. */
import { Problem } from '../../errors.ts';
import type { Locale } from '../../registry.ts';
import type { Services } from '../../services.ts';

interface Named {
  kind: string;
  title: string;
}

type RoleServices = Pick<Services, 'sql' | 'registry' | 'configuration'>;

const mostTold = 5;

/** Throws problem `role-named` (409) that says where, so that it can be taken out there first. */
export async function refuseNamedRole(services: RoleServices, role: string, locale: Locale): Promise<void> {
  const { configuration, registry } = services;
  // What a plugin declares stays; only what was changed about it goes.
  if (registry.baseRoles.some(({ id }) => id === role)) return;
  const named = [
    ...(await configuration.referring({ kind: 'role', id: role })),
    ...(await flowsFor(services, role)),
  ];
  if (named.length === 0) return;
  const told = named
    .slice(0, mostTold)
    .map(({ kind, title }) =>
      registry.text(locale, 'role.named', { kind: registry.text(locale, `use.${kind}`), title }),
    );
  const places = `${new Intl.ListFormat(locale, { type: 'unit' }).format(told)}${named.length > mostTold ? ' …' : ''}`;
  throw new Problem({ status: 409, code: 'role-named', params: { places } });
}

/** Flows that give work to it now: by a lane, or by its id written in an assignment. */
async function flowsFor({ sql }: RoleServices, role: string): Promise<Named[]> {
  const quotes = [`'${role}'`, `"${role}"`];
  const rows = await sql<{ title: string }[]>`
    select distinct coalesce(nullif(latest.name, ''), latest.key) as title from (
      select distinct on (key) key, name, graph from flow.definition order by key, version desc
    ) latest, json_each(graph -> 'nodes') node
    where node.value #>> '{work,laneRole}' = ${role}
      or strpos(node.value #>> '{work,candidateRoles}', ${quotes[0]!}) > 0
      or strpos(node.value #>> '{work,candidateRoles}', ${quotes[1]!}) > 0
    order by 1`;
  return rows.map(({ title }) => ({ kind: 'flow', title }));
}
