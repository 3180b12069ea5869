import type { PluginServices } from '../../../../core/index.ts';
import { replyKey } from '../reply-mail.ts';
import type { ChatTalk } from './chat-talk.ts';

/** An answer in a chat waits so long for its visitor to see it there; then it goes by mail. */
export const mailAfterMs = 2 * 60_000;

/** What a visitor has before them needs no mail. */
export async function seenInChat(services: PluginServices, { messages }: ChatTalk): Promise<void> {
  const since = services.now() - mailAfterMs;
  const keys = messages.flatMap(({ id, by, at }) =>
    by === 'person' && Date.parse(at) > since ? [replyKey(id)] : [],
  );
  if (keys.length > 0) await services.takeBack(keys);
}
