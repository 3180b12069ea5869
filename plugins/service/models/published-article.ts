import { notFound, type PluginServices, type RecordData } from '../../../core/index.ts';

/** An article as it was approved last. Problem 404 when it is not published. */
export async function publishedArticle(services: PluginServices, id: string): Promise<RecordData> {
  const records = services.records(services.self);
  const [article] = await records.read('article', [id]);
  const [version] =
    article?.['status'] === 'published'
      ? await records.find('article-version', { article: { eq: id } }, { sort: ['-number'], limit: 1 })
      : [];
  if (!version) throw notFound('article', id);
  return version;
}

/** What readers say of it. Problem 404 when it is not published. */
export async function countHelp(
  services: PluginServices,
  { id, hasHelped }: { id: string; hasHelped: boolean },
): Promise<void> {
  await publishedArticle(services, id);
  const field = hasHelped ? 'helped' : 'helpedNot';
  await services.transaction(async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtextextended(${id}, 8))`;
    const records = services.records(services.self, tx);
    const [article] = await records.read('article', [id]);
    if (article)
      await records.update('article', [{ id, values: { [field]: Number(article[field] ?? 0) + 1 } }]);
  });
}
