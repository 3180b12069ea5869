import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface Received {
  to: string[];
  mail: Email;
}

export interface SmtpSink {
  url: string;
  received: Received[];
  /** What the next recipients are answered instead of 250. */
  refuse: { code: number; times: number; text?: string } | null;
  close(): Promise<void>;
}

/** A real SMTP server that keeps what it gets. */
export async function smtpSink(): Promise<SmtpSink> {
  const sink: SmtpSink = { url: '', received: [], refuse: null, close: () => Promise.resolve() };
  const server = new SMTPServer({
    authOptional: true,
    // Pools keep their connections open.
    closeTimeout: 100,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, callback) => {
      const { refuse } = sink;
      if (!refuse || refuse.times-- <= 0) return callback();
      callback(Object.assign(new Error(refuse.text ?? 'Not now'), { responseCode: refuse.code }));
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        void keep(sink, { to, raw: Buffer.concat(chunks) }).finally(callback);
      });
    },
  });
  // A sender that is killed ends its connections without a word.
  server.on('error', () => {});
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  // The cast: it listens on a port.
  sink.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  sink.close = () => new Promise((resolve) => server.close(() => resolve()));
  return sink;
}

async function keep(sink: SmtpSink, { to, raw }: { to: string[]; raw: Buffer }): Promise<void> {
  sink.received.push({ to, mail: await PostalMime.parse(raw) });
}
