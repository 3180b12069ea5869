import {
  readOne,
  type Actor,
  type Locale,
  type PluginServices,
  type RecordData,
} from '../../../core/index.ts';
import { rankTexts } from './rank-texts.ts';

export interface Suggestion {
  id: string;
  title: string;
  summary: string;
  /** Where a customer reads it. */
  url: string;
}

const mostArticles = 1_000;
const mostSuggested = 3;

/** Published articles that may answer a request, the best first. */
export async function suggestArticles(
  services: PluginServices,
  actor: Actor,
  id: string,
): Promise<Suggestion[]> {
  const records = services.records(actor);
  const ticket = await readOne(records, 'ticket', id);
  const asked = await records.find(
    'ticket-message',
    { ticket: { eq: id }, kind: { eq: 'inbound' } },
    { sort: ['-at'], limit: 3 },
  );
  const query = [ticket['subject'], ...asked.map(({ text }) => text)].join(' ').slice(0, 4_000);
  return (await searchArticles(services, { query })).slice(0, mostSuggested);
}

/** In the reader's own language first, where it is known and nothing is asked. */
export async function searchArticles(
  services: PluginServices,
  { query, reader }: { query: string; reader?: Locale },
): Promise<Suggestion[]> {
  const all = await findArticles(services, query);
  const own = reader === 'zh-CN' ? 'zh' : reader;
  const found =
    own === undefined || query.trim() !== ''
      ? all
      : all.toSorted((one, other) => Number(other['language'] === own) - Number(one['language'] === own));
  return found.map(({ id, title, summary }) => ({
    id,
    title: String(title),
    summary: String(summary ?? ''),
    url: `${services.url}/api/plugins/service/articles/${id}`,
  }));
}

/** Those first that fit best; all, when nothing is asked. */
export async function findArticles(services: PluginServices, query: string): Promise<RecordData[]> {
  const published = { status: { eq: 'published' } };
  const items = await services.records(services.self).find('article', published, {
    fields: ['title', 'summary', 'words', 'language'],
    sort: ['title'],
    limit: mostArticles,
  });
  return query.trim() === '' ? items : rankTexts(query, items, wordsOf).map(({ item }) => item);
}

/** Words of the title count thrice, chosen ones twice. */
export const wordsOf = ({ title, summary, words }: RecordData): string =>
  [title, title, title, words, words, summary].flat().join(' ');
