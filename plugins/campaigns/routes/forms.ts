import { z } from 'zod';
import {
  notFound,
  Problem,
  readOne,
  reply,
  route,
  type Locale,
  type PluginServices,
  type RecordData,
  type Route,
} from '../../../core/index.ts';
import { definitionOf } from '../models/form/definition.ts';
import { publicForm } from '../models/form/public-form.ts';
import { isAskable } from '../models/form/shown-form.ts';
import { submissionShape, submit } from '../models/form/submit.ts';

const base = '/api/plugins/campaigns/forms';
const tag = 'forms';
const permission =
  'public: visitors of other pages fill in a form; its key and the allowed pages stand before it';
const params = z.object({ key: z.string().regex(/^[a-z0-9]{10,40}$/, 'form-key') });
const languages = z.object({ language: z.enum(['en', 'zh-CN']).default('en') });

export function formRoutes(services: PluginServices): Route[] {
  const find = async (key: string): Promise<RecordData | undefined> => {
    const records = services.records(services.self);
    return (await records.find('lead-form', { key: { eq: key } }, { limit: 1 }))[0];
  };
  const live = async (key: string): Promise<RecordData> => {
    const form = await find(key);
    if (!form) throw notFound('form', key);
    if (form['state'] !== 'live') throw new Problem({ status: 409, code: 'form-not-live' });
    return form;
  };
  const origins = async ({ key = '' }: Record<string, string>): Promise<readonly string[] | null> => {
    const form = await find(key);
    // The cast: tags are texts.
    return form ? ((form['origins'] ?? []) as string[]) : null;
  };
  return [
    route({
      method: 'get',
      path: `${base}/{key}`,
      summary: 'A form as its page shows it, with a challenge that is good for a while',
      ...{ tag, permission, params, origins },
      query: languages,
      rate: { most: 120, seconds: 60 },
      run: async ({ params: { key }, query: { language } }) =>
        reply(200, publicForm(services, await live(key), language), { 'cache-control': 'no-store' }),
    }),
    route({
      method: 'post',
      path: `${base}/{key}`,
      summary: 'What a visitor filled in',
      ...{ tag, permission, params, origins },
      body: submissionShape,
      rate: { most: 20, seconds: 60 },
      run: async ({ params: { key }, body }) => reply(201, await submit(services, await live(key), body)),
    }),
    composeRoute(services),
  ];
}

/** What the page where a form is composed begins with and chooses from. */
const composeRoute = (services: PluginServices): Route =>
  route({
    method: 'get',
    path: '/api/plugins/campaigns/form-choices/{id}',
    summary: 'The content of a form, and the fields that it may ask for',
    tag,
    permission: 'campaigns.forms',
    params: z.object({ id: z.uuid() }),
    run: async ({ actor, params: { id } }) => {
      const form = await readOne(services.records(actor), 'lead-form', id);
      const fields = (language: Locale) => services.fields('contact', language).filter(isAskable);
      return reply(200, {
        definition: definitionOf(form['definition']),
        fields: { en: fields('en'), 'zh-CN': fields('zh-CN') },
      });
    },
  });
