/** A channel behind the gate. Nothing outside this folder and the test beside it gets to see one without. */
import type { Channel, Message } from '../channel.ts';
import { servicePurpose } from '../channel.ts';
import type { Gate } from './gate.ts';

export interface Guard {
  gate: Gate;
  /** Where somebody takes back what they agreed to; not needed for a channel of our own. */
  leaveLink(input: LeaveLink): string;
}

export interface LeaveLink {
  channel: string;
  address: string;
  purpose: string;
}

export const guardedChannel = (channel: Channel, { gate, leaveLink }: Guard): Channel => ({
  ...channel,
  deliver: async (message, options) => {
    const key = options.idempotencyKey;
    const verdict = await gate.ask({ channel: channel.id, key, message });
    if (!verdict.ok) return verdict;
    const addressed = { ...message, to: verdict.address };
    const whole =
      message.purpose === servicePurpose
        ? addressed
        : withWayOut(
            addressed,
            leaveLink({ channel: channel.id, address: verdict.address, purpose: message.purpose }),
          );
    const sent = await channel.deliver(whole, options);
    if (!sent.ok && sent.isFinal) await gate.takeBack(key);
    return sent;
  },
});

const leaveText = { en: 'No more of these', 'zh-CN': '不再接收此类信息' };

/** RFC 8058: one click in the mail program; and a line for people, where the message has none of its own. */
function withWayOut(message: Message, link: string): Message {
  const line = leaveText[message.language ?? 'en'];
  const { html } = message;
  const footer = `<p style="font-size:12px;color:#666"><a href="${link}">${line}</a></p>`;
  return {
    ...message,
    headers: {
      ...message.headers,
      'List-Unsubscribe': `<${link}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
    text: message.text.includes(link) ? message.text : `${message.text}\n\n${line}: ${link}\n`,
    ...(html !== undefined && {
      html: html.includes(link)
        ? html
        : html.includes('</body>')
          ? html.replace('</body>', `${footer}</body>`)
          : html + footer,
    }),
  };
}
