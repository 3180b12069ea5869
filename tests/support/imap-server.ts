/** A mailbox over IMAP with as much of RFC 9051 as looking into it takes. */
import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface ImapServer {
  url: string;
  /** By their numbers, which begin with 1. */
  mails: { raw: string; isSeen: boolean }[];
  close(): Promise<void>;
}

/** With `token` it takes that access token and no password (XOAUTH2). */
export async function imapServer(
  raws: readonly string[],
  { token }: { token?: () => string } = {},
): Promise<ImapServer> {
  const mails = raws.map((raw) => ({ raw, isSeen: false }));
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.write(`* OK [${capability(token)}] ready\r\n`);
    let rest = '';
    socket.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString('latin1')).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) socket.write(answer(line, { mails, token }), 'latin1');
    });
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  // The cast: it listens on a port.
  const { port } = server.address() as AddressInfo;
  return {
    url: `imap://desk:secret@127.0.0.1:${port}/INBOX`,
    mails,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

interface Asked {
  mails: ImapServer['mails'];
  token: (() => string) | undefined;
}

const capability = (token: Asked['token']): string => `CAPABILITY IMAP4rev1${token ? ' AUTH=XOAUTH2' : ''}`;

/** Whether the answer to a sign-in (`user=…^Aauth=Bearer …`) names the token. */
const isRefused = (line: string, token: Asked['token']): boolean => {
  const given = /AUTHENTICATE XOAUTH2 (\S+)/i.exec(line)?.[1];
  return given !== undefined && !Buffer.from(given, 'base64').toString().includes(`Bearer ${token?.()}\x01`);
};

function answer(line: string, { mails, token }: Asked): string {
  const [, tag = '*', command = ''] = /^(\S+) ((?:UID )?\S+)/i.exec(line) ?? [];
  const number = Number(/UID \S+ (\d+)/i.exec(line)?.[1]);
  const mail = mails[number - 1];
  const said: Record<string, () => string> = {
    CAPABILITY: () => `* ${capability(token)}\r\n`,
    LIST: () => '* LIST () "/" INBOX\r\n',
    LSUB: () => '* LSUB () "/" INBOX\r\n',
    SELECT: () =>
      `* FLAGS (\\Seen)\r\n* ${mails.length} EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY 1] is\r\n* OK [UIDNEXT ${mails.length + 1}] is\r\n`,
    'UID SEARCH': () =>
      `* SEARCH ${mails.flatMap(({ isSeen }, at) => (isSeen ? [] : [at + 1])).join(' ')}\r\n`,
    'UID FETCH': () =>
      mail
        ? `* ${number} FETCH (UID ${number} BODY[]<0> {${Buffer.byteLength(mail.raw, 'latin1')}}\r\n${mail.raw})\r\n`
        : '',
    'UID STORE': () => {
      for (const one of /UID \S+ ([\d,]+)/i.exec(line)?.[1]?.split(',') ?? []) {
        const stored = mails[Number(one) - 1];
        if (stored) stored.isSeen = true;
      }
      return '';
    },
    LOGOUT: () => '* BYE\r\n',
  };
  if (isRefused(line, token)) return `${tag} NO [AUTHENTICATIONFAILED] refused\r\n`;
  return `${said[command.toUpperCase()]?.() ?? ''}${tag} OK done\r\n`;
}
