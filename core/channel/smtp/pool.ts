/** Connections to one mail server, opened as they are wanted; each carries one mail at a time. */
import type { MailTokens } from '../oauth/mail-tokens.ts';
import { SmtpLost, SmtpRefusal, type Envelope } from './dialogue.ts';
import { openConnection, type OpenConnection } from './open-connection.ts';

export interface SmtpPool {
  send(envelope: Envelope): Promise<void>;
  close(): void;
}

interface Held extends OpenConnection {
  mails: number;
}

/** Many servers end a connection after some hundred; a fresh one finds another of their machines, too. */
const mostMails = 1_000;
/** Before servers end what is idle by themselves. */
const idleMilliseconds = 30_000;

interface PoolOptions {
  url: string;
  connections: number;
  tokens?: MailTokens | undefined;
}

export function createSmtpPool({ url, connections, tokens }: PoolOptions): SmtpPool {
  const idle = new Map<Held, NodeJS.Timeout>();
  const open = new Set<Held>();
  const waiting: (() => void)[] = [];
  let taken = 0;

  const drop = (one: Held): void => {
    clearTimeout(idle.get(one));
    idle.delete(one);
    open.delete(one);
    one.close();
  };
  const take = async (): Promise<Held> => {
    if (taken >= connections) await new Promise<void>((resolve) => waiting.push(resolve));
    else taken++;
    const [free] = idle.keys();
    if (free) {
      clearTimeout(idle.get(free));
      idle.delete(free);
      return free;
    }
    const held: Held = {
      ...(await openConnection({ url, tokens, onLost: () => drop(held) })),
      mails: 0,
    };
    open.add(held);
    return held;
  };
  /** The place goes to whoever waits; a connection that may go on to them, or to the next within half a minute. */
  const giveBack = (held: Held | undefined): void => {
    if (held && open.has(held)) {
      if (++held.mails >= mostMails) drop(held);
      else idle.set(held, setTimeout(() => drop(held), idleMilliseconds).unref());
    }
    const next = waiting.shift();
    if (next) next();
    else taken--;
  };
  const sendOnce = async (envelope: Envelope): Promise<void> => {
    let held: Held | undefined;
    try {
      held = await take();
      await held.send(envelope);
    } catch (error) {
      const isOver = !(error instanceof SmtpRefusal) || error.responseCode === 421;
      if (held && isOver) drop(held);
      throw error;
    } finally {
      giveBack(held);
    }
  };
  return {
    send: async (envelope) => {
      try {
        await sendOnce(envelope);
      } catch (error) {
        // The server had ended a connection that was idle: nothing of this mail was sent.
        if (!(error instanceof SmtpLost) || error.hasBegun) throw error;
        await sendOnce(envelope);
      }
    },
    close: () => {
      for (const one of open) drop(one);
    },
  };
}
