import { dayMs } from '../models/times.ts';
import type { DemoServices } from '../../../core/index.ts';

const articles = [
  {
    title: 'Connect the device again after an update',
    summary: 'What to do when the light stays orange after an update.',
    words: ['network', 'orange', 'update', 'connect'],
    body: '<p>An update may reset the network.</p><ol><li>Hold the round button for five seconds.</li><li>Wait until the light turns blue.</li><li>Choose your network again.</li></ol>',
  },
  {
    title: 'Change the address on your invoice',
    summary: 'Where the address stands, and how a corrected invoice is made.',
    words: ['invoice', 'address', 'billing'],
    body: '<p>Open <strong>Account</strong> and choose <strong>Billing address</strong>. The next invoice follows it; a corrected one of the last is in the list below.</p>',
  },
  {
    title: 'What the warranty covers',
    summary: 'Two years for displays, batteries and everything inside; not for what fell.',
    words: ['warranty', 'display', 'battery', 'repair'],
    body: '<p>For two years we repair or replace without cost what breaks by itself: displays, batteries, buttons.</p><p>Send us the serial number, and you get a label for the parcel.</p>',
  },
  {
    title: 'Add a second site to your account',
    summary: 'Several sites share one account at no cost.',
    words: ['site', 'account'],
    body: '<p>Under <strong>Sites</strong> choose <strong>Add</strong>, and enter the serial number of a device there.</p>',
  },
  {
    title: '如何导出数据',
    summary: '把某个月的数据导出成表格。',
    words: ['导出', '报表', '数据'],
    language: 'zh',
    body: '<p>打开“报表”，选择月份，再点右上角的“导出”。</p>',
  },
];

/** Five articles that were approved, and one that waits for it. */
export async function demoArticles(services: DemoServices): Promise<void> {
  const ids = await services.create(
    'article',
    articles.map((article, index) => ({
      ...article,
      status: 'published',
      edition: 1,
      helped: 9 - index,
      helpedNot: index,
    })),
  );
  await services.create(
    'article-version',
    articles.map(({ title, summary, body }, index) => ({
      article: ids[index],
      number: 1,
      ...{ title, summary, body },
      publishedAt: new Date(services.now - 30 * dayMs).toISOString(),
    })),
  );
  await services.create('article', [
    {
      title: 'Charge the battery for a long life',
      summary: 'Between 20 and 80 per cent.',
      body: '<p>Charge it often and briefly.</p>',
    },
  ]);
}
