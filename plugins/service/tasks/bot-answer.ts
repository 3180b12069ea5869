import { z } from 'zod';
import {
  defineTask,
  idOf,
  ok,
  recordId,
  type PluginServices,
  type RecordService,
} from '../../../core/index.ts';
import { bestArticle } from '../models/chat/best-article.ts';
import { botSays } from '../models/chat/bot-says.ts';
import { languageWritten } from '../models/language-of.ts';

/** Answers what a visitor asked last with an article, where one fits and the bot has not tried too often. */
export const botAnswer = defineTask({
  id: 'service.bot-answer',
  kind: 'transactional',
  input: z.object({ ticket: recordId('ticket'), atMost: z.number().int().min(1).max(20).default(3) }),
  output: z.object({ isAnswered: z.boolean() }),
  face: { icon: 'bot', group: 'service' },
  async run(calls, { plugin, tx }) {
    const records = plugin.records(plugin.self, tx);
    const results = [];
    for (const { input } of calls) results.push(ok({ isAnswered: await answer(plugin, records, input) }));
    return results;
  },
});

async function answer(
  plugin: PluginServices,
  records: RecordService,
  { ticket, atMost }: { ticket: string; atMost: number },
): Promise<boolean> {
  const said = await records.find(
    'ticket-message',
    { ticket: { eq: ticket } },
    { sort: ['-at'], limit: 100 },
  );
  const given = said.flatMap(({ article }) => idOf(article) ?? []);
  const asked = said.find(({ kind }) => kind === 'inbound');
  if (!asked || given.length >= atMost) return false;
  const question = String(asked['text']).slice(0, 2_000);
  const article = await bestArticle(plugin, { question, given });
  if (!article) return false;
  const locale = await languageWritten(records, ticket);
  const lead = plugin.text(locale, 'service.chat.found');
  const text = [lead, article['title'], article['summary'] ?? ''].filter((line) => line !== '').join('\n');
  await botSays(plugin, records, { ticket, text, locale, article: article.id });
  return true;
}
