import type { DemoServices, Values } from '../../../core/index.ts';
import { numbers } from './numbers.ts';

const page = 'https://www.merano.example';

const newsletter: Values = {
  name: 'News for engineers',
  key: 'news0for0engineers0website',
  state: 'live',
  about: 'At the foot of every page of the website.',
  origins: [page],
  definition: {
    fields: [
      { field: 'name', isRequired: true },
      { field: 'email', isRequired: true },
      { field: 'city', isRequired: false },
    ],
    texts: {
      heading: { en: 'News for engineers', 'zh-CN': '工程师资讯' },
      intro: {
        en: 'Once a month: new instruments, and how others use them.',
        'zh-CN': '每月一次：新仪器及其应用案例。',
      },
      button: { en: 'Send me the news', 'zh-CN': '订阅' },
      thanks: {
        en: 'Thank you. Please confirm your address by the mail that is on its way.',
        'zh-CN': '谢谢！请通过我们发送的邮件确认您的地址。',
      },
    },
    consents: [
      {
        purpose: 'news',
        text: {
          en: 'Yes, write to me with news. I can say no at any time.',
          'zh-CN': '我同意接收资讯邮件，可随时取消。',
        },
        isRequired: true,
      },
    ],
  },
};

/** A form on the company's own website, and who filled it in this week. */
export async function createForms(services: DemoServices, contacts: readonly string[]): Promise<void> {
  const random = numbers(13);
  const [form] = await services.create('lead-form', [newsletter]);
  const people = (await services.find('contact', { id: { in: contacts.slice(60, 69) } })) as Values[];
  await services.create(
    'form-submission',
    people.map(({ id, name, email, city }, index): Values => {
      const at = services.now - (index + random()) * 15 * 3_600_000;
      return {
        ...{
          who: name,
          form,
          contact: id,
          isNew: index % 3 === 0,
          page: `${page}/instruments`,
          language: 'en',
        },
        values: { name, email, city },
        submittedAt: new Date(at).toISOString(),
        confirmedAt: index % 4 === 1 ? null : new Date(at + 20 * 60_000).toISOString(),
      };
    }),
  );
}
