/** nodemailer alone: the same mail, as many connections, into the same sink; prints mails per second. */
import { createTransport } from 'nodemailer';

const { SINK: url = '', MAILS: mails = '0', HTML: html = '' } = process.env;
const count = Number(mails);
const transport = createTransport({ url, pool: true, maxConnections: 10, maxMessages: 1_000 });
const began = performance.now();
for (let from = 0; from < count; from += 100)
  await Promise.all(
    Array.from({ length: Math.min(100, count - from) }, (_, index) =>
      transport.sendMail({
        from: 'us@example.com',
        to: { name: '', address: `p${from + index}@example.com` },
        subject: 'Hello',
        text: 'Good day',
        html,
      }),
    ),
  );
console.log(count / ((performance.now() - began) / 1000));
transport.close();
