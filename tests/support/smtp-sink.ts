/** A real SMTP server that keeps what it gets. */
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface SmtpSink {
  url: string;
  /** In the order of arrival, with whom the envelope named. */
  received: { to: string[]; mail: Email }[];
  close(): Promise<void>;
}

export async function smtpSink(): Promise<SmtpSink> {
  const received: SmtpSink['received'] = [];
  const keep = async (to: string[], raw: Buffer, done: () => void): Promise<void> => {
    received.push({ to, mail: await PostalMime.parse(raw) });
    done();
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        void keep(
          session.envelope.rcptTo.map(({ address }) => address),
          Buffer.concat(chunks),
          callback,
        );
      });
    },
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
