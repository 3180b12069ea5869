import type { PluginServices, RecordData } from '../../../../core/index.ts';
import { wordsIn } from '../rank-texts.ts';
import { findArticles, wordsOf } from '../suggest-articles.ts';

/** Of the words of a question, those that must be in an article before a bot dares to answer with it. */
const fewestShare = 0.3;
const fewestWords = 2;
const mostTried = 5;

/** The article that answers a question, where one may well do; not one of those given before. */
export async function bestArticle(
  services: PluginServices,
  { question, given }: { question: string; given: readonly string[] },
): Promise<RecordData | null> {
  const asked = [...new Set(wordsIn(question))];
  if (asked.length === 0) return null;
  const needed = Math.max(Math.min(fewestWords, asked.length), Math.ceil(asked.length * fewestShare));
  const found = (await findArticles(services, question)).filter(({ id }) => !given.includes(id));
  const fits = (article: RecordData): boolean => {
    const words = new Set(wordsIn(wordsOf(article)));
    return asked.filter((word) => words.has(word)).length >= needed;
  };
  return found.slice(0, mostTried).find(fits) ?? null;
}
