import { z } from 'zod';
import { confirmPage, donePage, leavePage, preferencesPage } from '../../channel/index.ts';
import type { Locale } from '../../registry.ts';
import type { Services } from '../../services.ts';
import { preferredLocale } from '../problem.ts';
import { route, type Route } from '../route.ts';

const tag = 'consent';
const params = z.object({ token: z.string().min(20).max(4_000) });
const permission = 'public: the link was sent to the very address it speaks for, signed and for a time';

type PreferenceServices = Pick<Services, 'consents' | 'links' | 'waysOut' | 'registry'>;
type Person = { channel: string; address: string };

export const preferenceRoutes = (services: PreferenceServices): Route[] => [
  ...preferencesRoutes(services),
  ...leaveRoutes(services),
  ...confirmRoutes(services),
];

const speaker = ({ registry }: PreferenceServices, request: Request) => {
  const language = preferredLocale(request.headers.get('accept-language'));
  const say = (key: string, given: Record<string, unknown> = {}): string =>
    registry.text(language, key, given);
  return { language, say };
};

const html = (text: string): Response =>
  new Response(text, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });

/** A signed link holds just these. */
const personOf = (content: Record<string, string>): Person => ({
  channel: content['channel'] ?? '',
  address: content['address'] ?? '',
});

function preferencesRoutes(services: PreferenceServices): Route[] {
  const { consents, links } = services;
  const show = async (request: Request, person: Person, isSaved: boolean): Promise<Response> => {
    const standing = await consents.standing(person.channel, person.address);
    return html(preferencesPage({ ...speaker(services, request), ...person, standing, isSaved }));
  };
  return [
    route({
      method: 'get',
      path: '/preferences/{token}',
      summary: 'What somebody is written to about: a page of their own',
      tag,
      permission,
      params,
      run: async ({ params: { token }, request }) =>
        show(request, personOf(links.open('preferences', token)), false),
    }),
    route({
      method: 'post',
      path: '/preferences/{token}',
      summary: 'Saves what was chosen on that page',
      tag,
      permission,
      params,
      run: async ({ params: { token }, request }) => {
        const person = personOf(links.open('preferences', token));
        const form = new URLSearchParams(await request.text());
        const wanted = new Set(form.has('none') ? [] : form.getAll('purpose'));
        const { say, language } = speaker(services, request);
        const standing = await consents.standing(person.channel, person.address);
        for (const state of ['given', 'withdrawn'] as const) {
          const purposes = standing
            .filter((one) => wanted.has(one.purpose) === (state === 'given'))
            .filter((one) => one.state !== state && (state === 'given' || one.state !== null))
            .map(({ purpose }) => purpose);
          const shown = say('page.preferences.text', { address: person.address });
          if (purposes.length > 0)
            await consents.say({
              ...person,
              purposes,
              state,
              source: 'preferences',
              shown,
              language,
              actor: 'person',
            });
        }
        return show(request, person, true);
      },
    }),
  ];
}

function leaveRoutes(services: PreferenceServices): Route[] {
  const { consents, links, waysOut } = services;
  const nameOf = async (person: Person, purpose: string, language: Locale): Promise<string> => {
    const standing = await consents.standing(person.channel, person.address);
    const found = standing.find((one) => one.purpose === purpose);
    return (language === 'en' ? found?.en : found?.zh) ?? purpose;
  };
  return [
    route({
      method: 'get',
      path: '/unsubscribe/{token}',
      summary: 'Asks whether somebody wants no more of something; changes nothing',
      tag,
      permission,
      params,
      run: async ({ params: { token }, request }) => {
        const content = links.open('leave', token);
        const { say, language } = speaker(services, request);
        const person = personOf(content);
        const purpose = await nameOf(person, content['purpose'] ?? '', language);
        return html(leavePage({ say, language, ...person, purpose }));
      },
    }),
    route({
      method: 'post',
      path: '/unsubscribe/{token}',
      summary: 'No more of something: the one click of a mail program, or the button of the page',
      tag,
      permission,
      params,
      run: async ({ params: { token }, request }) => {
        const content = links.open('leave', token);
        const { say, language } = speaker(services, request);
        const person = personOf(content);
        const purpose = content['purpose'] ?? '';
        const isOneClick = (await request.text()).includes('List-Unsubscribe=One-Click');
        await consents.say({
          ...person,
          ...{ purposes: [purpose], state: 'withdrawn', language, actor: 'person' },
          source: isOneClick ? 'one-click' : 'unsubscribe',
          shown: say('page.leave.title', { purpose: await nameOf(person, purpose, language) }),
        });
        const text = say('page.leave.done', { purpose: await nameOf(person, purpose, language) });
        return html(donePage({ say, language, ...person, text, link: waysOut.preferences(person) }));
      },
    }),
  ];
}

function confirmRoutes(services: PreferenceServices): Route[] {
  const { consents, links, waysOut } = services;
  return [
    route({
      method: 'get',
      path: '/confirm/{token}',
      summary: 'Shows what somebody is about to confirm; changes nothing',
      tag,
      permission,
      params,
      run: async ({ params: { token }, request }) => {
        const content = links.open('confirm', token);
        const shown = content['shown'] ?? '';
        return html(confirmPage({ ...speaker(services, request), ...personOf(content), shown }));
      },
    }),
    route({
      method: 'post',
      path: '/confirm/{token}',
      summary: 'Confirms it: the second half of a double opt-in',
      tag,
      permission,
      params,
      run: async ({ params: { token }, request }) => {
        const content = links.open('confirm', token);
        const { say, language } = speaker(services, request);
        const person = personOf(content);
        await consents.say({
          ...person,
          ...{ purposes: (content['purposes'] ?? '').split(' '), state: 'given', language, actor: 'person' },
          source: `${content['source'] ?? ''} (confirmed by mail)`,
          shown: content['shown'] ?? '',
        });
        const text = say('page.confirm.done');
        return html(donePage({ say, language, ...person, text, link: waysOut.preferences(person) }));
      },
    }),
  ];
}
