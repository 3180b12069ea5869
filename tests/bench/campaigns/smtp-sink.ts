/**
 * An SMTP server in a process of its own that answers as fast as it can, and counts: what is measured is the sender. Over
 * IPC it tells its port, and on any message how many mails came, to how many addresses.
 */
import { createServer, type AddressInfo, type Socket } from 'node:net';

const mails = new Map<string, number>();
let count = 0;

const server = createServer((socket) => {
  socket.setNoDelay(true);
  socket.on('error', () => {});
  socket.write('220 sink\r\n');
  speak(socket);
});

function speak(socket: Socket): void {
  let rest = '';
  let recipient = '';
  let isData = false;
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    rest += chunk;
    for (;;) {
      const end = rest.indexOf(isData ? '\r\n.\r\n' : '\r\n');
      if (end < 0) return;
      const line = rest.slice(0, end);
      rest = rest.slice(end + (isData ? 5 : 2));
      if (isData) {
        isData = false;
        count++;
        mails.set(recipient, (mails.get(recipient) ?? 0) + 1);
        socket.write('250 taken\r\n');
        continue;
      }
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'RCPT') recipient = line;
      isData = verb === 'DATA';
      socket.write(answerTo(verb));
      if (verb === 'QUIT') socket.end();
    }
  });
}

const answerTo = (verb: string): string =>
  verb === 'DATA'
    ? '354 go on\r\n'
    : verb === 'EHLO'
      ? '250-sink\r\n250-PIPELINING\r\n250 SIZE 20000000\r\n'
      : verb === 'QUIT'
        ? '221 bye\r\n'
        : '250 ok\r\n';

server.listen(0, '127.0.0.1', () => {
  // The cast: it listens on a port.
  process.send?.({ port: (server.address() as AddressInfo).port });
});
// Whoever started it is gone, however it ended.
process.on('disconnect', () => process.exit());
process.on('message', (ask) => {
  if (ask === 'forget') {
    mails.clear();
    count = 0;
  }
  process.send?.({ count, addresses: mails.size });
});
