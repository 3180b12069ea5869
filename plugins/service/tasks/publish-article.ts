import { z } from 'zod';
import { defineTask, failure, ok, recordId, type TaskResult } from '../../../core/index.ts';

/** Makes what an article says now the version that customers read. */
export const publishArticle = defineTask({
  id: 'service.publish-article',
  kind: 'transactional',
  input: z.object({ article: recordId('article'), approvedBy: recordId('user').nullable().optional() }),
  output: z.object({ version: z.number() }),
  face: { icon: 'book-check', group: 'service' },
  async run(calls, { records }) {
    const results: TaskResult[] = [];
    for (const { input, now } of calls) {
      const [article] = await records.read('article', [input.article]);
      if (!article) {
        results.push(failure('article-missing', 'The article is not there any more.', {}));
        continue;
      }
      const number = Number(article['edition'] ?? 0) + 1;
      const { title, summary, body } = article;
      const publishedAt = new Date(now).toISOString();
      const approvedBy = input.approvedBy ?? null;
      const [made] = await records.create('article-version', [
        { article: article.id, number, title, summary, body, publishedAt, approvedBy },
      ]);
      if (!made?.ok) {
        results.push(failure(made?.code ?? 'not-written', made?.detail ?? '', made?.params));
        continue;
      }
      await records.update('article', [
        { id: article.id, values: { status: 'published', edition: number, remark: null } },
      ]);
      results.push(ok({ version: number }));
    }
    return results;
  },
});
