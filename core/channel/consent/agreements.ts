/** What somebody agrees to, noted with its proof; where they are to confirm it, the mail that asks goes with it. */
import type { Tx } from '../../db/connect.ts';
import { newId } from '../../db/new-id.ts';
import type { Locale } from '../../registry.ts';
import { servicePurpose } from '../channel.ts';
import type { WaysOut } from '../link/ways-out.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Consents, NewConsent } from './consents.ts';

export type Agreement = Omit<NewConsent, 'state' | 'channel'> & {
  /** It counts only after a click in a mail: whoever typed the address may not be who reads it. */
  isToConfirm: boolean;
};

export interface AgreementParts {
  consents: Consents;
  waysOut: WaysOut;
  outbox: Outbox;
  text(locale: Locale, key: string, params?: Record<string, unknown>): string;
}

export async function agree(
  { consents, waysOut, outbox, text }: AgreementParts,
  { isToConfirm, ...agreement }: Agreement,
  tx: Tx,
): Promise<void> {
  const { address, purposes, source, shown, language, record } = agreement;
  await consents.say({ ...agreement, channel: 'email', state: isToConfirm ? 'asked' : 'given' }, tx);
  if (!isToConfirm) return;
  const link = waysOut.confirm({ channel: 'email', address, purposes, source, shown });
  await outbox.queue(
    [
      {
        ...{ key: `confirm ${newId()}`, channel: 'email', purpose: servicePurpose, to: address, language },
        subject: text(language, 'mail.confirm.subject'),
        text: text(language, 'mail.confirm.text', { link, shown }),
        ...(record && { record }),
      },
    ],
    tx,
  );
}
