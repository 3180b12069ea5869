/** What something else names stays: views shared with nobody, work that waits for nobody, tiles that show nothing. */
import type { Reference } from '../../configuration/part.ts';
import { Problem } from '../../errors.ts';
import { flowsNamingReport, flowsShowingForm, flowsWorkedByRole } from '../../flow/uses/naming-flows.ts';
import type { Locale } from '../../registry.ts';
import type { Services } from '../../services.ts';

type NamingServices = Pick<Services, 'sql' | 'registry' | 'configuration'>;

interface Named {
  kind: string;
  title: string;
}

const mostTold = 5;

/** Throws problem `role-named` (409) that says where, so that it can be taken out there first. */
export async function refuseNamedRole(services: NamingServices, id: string, locale: Locale): Promise<void> {
  // What a plugin declares stays; only what was changed about it goes.
  if (services.registry.baseRoles.some((role) => role.id === id)) return;
  await refuse(services, {
    named: { kind: 'role', id },
    flows: await flowsWorkedByRole(services.sql, id),
    locale,
  });
}

/** Throws problem `report-named` (409), as above. */
export async function refuseNamedReport(services: NamingServices, id: string, locale: Locale): Promise<void> {
  const flows = await flowsNamingReport(services.sql, id);
  await refuse(services, { named: { kind: 'report', id }, flows, locale });
}

/** Throws problem `screen-named` (409), as above: a task would ask for nothing. */
export async function refuseNamedScreen(services: NamingServices, id: string, locale: Locale): Promise<void> {
  const flows = await flowsShowingForm(services.sql, id);
  await refuse(services, { named: { kind: 'screen', id }, flows, locale });
}

interface Naming {
  named: Reference;
  flows: readonly { title: string }[];
  locale: Locale;
}

async function refuse({ configuration, registry }: NamingServices, naming: Naming): Promise<void> {
  const { named, locale } = naming;
  const flows = naming.flows.map(({ title }): Named => ({ kind: 'flow', title }));
  const all: Named[] = [...(await configuration.referring(named)), ...flows];
  if (all.length === 0) return;
  const told = all
    .slice(0, mostTold)
    .map(({ kind, title }) =>
      registry.text(locale, 'use.named', { kind: registry.text(locale, `use.${kind}`), title }),
    );
  const listed = new Intl.ListFormat(locale, { type: 'unit' }).format(told);
  const places = `${listed}${all.length > mostTold ? ' …' : ''}`;
  throw new Problem({ status: 409, code: `${named.kind}-named`, params: { places } });
}
