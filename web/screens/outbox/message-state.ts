import { hasText, t } from '../../data/i18n.ts';
import type { OutboxMessage } from '../../data/outbox.ts';

/** What came of it, the last first; the state of its sending where nothing did. */
export function outcomeOf(message: OutboxMessage): { tone: string; label: string } {
  if (message.complainedAt) return { tone: 'bad', label: t('outbox.complained') };
  if (message.bouncedAt) return { tone: 'bad', label: t('outbox.bounced') };
  if (message.clickedAt) return { tone: 'good', label: t('outbox.clicked') };
  if (message.openedAt) return { tone: 'good', label: t('outbox.opened') };
  const tones = {
    sent: 'good',
    failed: 'bad',
    refused: 'warn',
    trial: 'violet',
    waiting: 'accent',
    sending: 'accent',
  };
  return {
    tone: message.state in tones ? tones[message.state as keyof typeof tones] : 'neutral',
    label: t(`outbox.state.${message.state}`),
  };
}

export const reasonOf = ({ reason, detail }: OutboxMessage): string =>
  [reason && hasText(`outbox.reason.${reason}`) ? t(`outbox.reason.${reason}`) : (reason ?? ''), detail ?? '']
    .filter(Boolean)
    .join(' ');
