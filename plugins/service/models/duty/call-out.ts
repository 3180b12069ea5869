import {
  idOf,
  readMany,
  type Locale,
  type PluginServices,
  type RecordData,
  type Transaction,
  type Values,
} from '../../../../core/index.ts';
import { onDuty } from './on-duty.ts';

/** Gives a complaint to who is on duty, and tells them; one that somebody has stays theirs. Answers whose it is. */
export async function callOut(
  services: PluginServices,
  { complaint, tx }: { complaint: RecordData; tx: Transaction },
): Promise<string | null> {
  const records = services.records(services.self, tx);
  const [ticket = null] = await readMany(records, 'ticket', [idOf(complaint['ticket'])]);
  const before = idOf(complaint['responsible']);
  const found = before ? null : await onDuty(services, { queue: idOf(ticket?.['queue']), tx });
  const values: Values = {
    ...(found && { responsible: found.person.id }),
    ...customerOf(complaint, ticket),
  };
  if (Object.keys(values).length > 0) await records.update('complaint', [{ id: complaint.id, values }]);
  if (found?.person.email)
    await tell(services, tx, { complaint, ...found.person, email: found.person.email });
  return before ?? found?.person.id ?? null;
}

/** Whose complaint it is, as the request that it came from knows it. */
const customerOf = (complaint: RecordData, ticket: RecordData | null): Values =>
  Object.fromEntries(
    ['contact', 'account'].flatMap((field) => {
      const known = idOf(ticket?.[field]);
      return known !== null && idOf(complaint[field]) === null ? [[field, known]] : [];
    }),
  );

async function tell(
  services: PluginServices,
  tx: Transaction,
  { complaint, id, email, locale }: { complaint: RecordData; id: string; email: string; locale: Locale },
): Promise<void> {
  const params = { number: complaint['number'], subject: complaint['subject'] };
  const say = (name: string): string => services.text(locale, `service.duty.${name}`, params);
  await services.send(
    [
      {
        ...{ key: `service-duty ${complaint.id} ${id}`, channel: 'email', purpose: 'service', to: email },
        ...{ language: locale, subject: say('subject') },
        text: `${say('text')}\n\n${services.url}/r/complaint/${complaint.id}`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        about: { complaint: complaint.id },
      },
    ],
    tx,
  );
}
