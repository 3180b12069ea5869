import { z } from 'zod';
import { confirmPage, donePage, leavePage, preferencesPage } from '../../channel/index.ts';
import type { Locale } from '../../registry.ts';
import type { Services } from '../../services.ts';
import { preferredLocale } from '../problem.ts';
import { route, type Route, type RouteInput } from '../route.ts';

const tag = 'consent';
const params = z.object({ token: z.string().max(4_000) });
const permission = 'public: the link was sent to the very address it speaks for, signed and for a time';

type PreferenceServices = Pick<Services, 'consents' | 'links' | 'waysOut' | 'registry' | 'identity'>;
type Person = { channel: string; address: string };

export const preferenceRoutes = (services: PreferenceServices): Route[] => [
  ...preferencesRoutes(services),
  ...leaveRoutes(services),
  ...confirmRoutes(services),
];

/** All of them are about the address that their link was sent to. */
const linkRoute = (
  given: Pick<RouteInput<typeof params, undefined, undefined>, 'method' | 'path' | 'summary' | 'run'>,
): Route => route({ tag, permission, params, ...given });

const speaker = async ({ registry, identity }: PreferenceServices, request: Request) => {
  const language = preferredLocale(request.headers.get('accept-language'));
  const say = (key: string, given: Record<string, unknown> = {}): string =>
    registry.text(language, key, given);
  return { language, say, company: (await identity.company()).name };
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
    return html(preferencesPage({ ...(await speaker(services, request)), ...person, standing, isSaved }));
  };
  return [
    linkRoute({
      method: 'get',
      path: '/preferences/{token}',
      summary: 'What somebody is written to about: a page of their own',
      run: async ({ params: { token }, request }) =>
        show(request, personOf(links.open('preferences', token)), false),
    }),
    linkRoute({
      method: 'post',
      path: '/preferences/{token}',
      summary: 'Saves what was chosen on that page',
      run: async ({ params: { token }, request }) => {
        const person = personOf(links.open('preferences', token));
        const form = new URLSearchParams(await request.text());
        const { say, language } = await speaker(services, request);
        await consents.choose({
          ...person,
          wanted: new Set(form.has('none') ? [] : form.getAll('purpose')),
          source: 'preferences',
          shown: say('page.preferences.text', { address: person.address }),
          language,
        });
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
    linkRoute({
      method: 'get',
      path: '/unsubscribe/{token}',
      summary: 'Asks whether somebody wants no more of something; changes nothing',
      run: async ({ params: { token }, request }) => {
        const content = links.open('leave', token);
        const { say, language, company } = await speaker(services, request);
        const person = personOf(content);
        const purpose = await nameOf(person, content['purpose'] ?? '', language);
        return html(leavePage({ say, language, company, ...person, purpose }));
      },
    }),
    linkRoute({
      method: 'post',
      path: '/unsubscribe/{token}',
      summary: 'No more of something: the one click of a mail program, or the button of the page',
      run: async ({ params: { token }, request }) => {
        const content = links.open('leave', token);
        const { say, language, company } = await speaker(services, request);
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
        return html(donePage({ say, language, company, ...person, text, link: waysOut.preferences(person) }));
      },
    }),
  ];
}

function confirmRoutes(services: PreferenceServices): Route[] {
  const { consents, links, waysOut } = services;
  return [
    linkRoute({
      method: 'get',
      path: '/confirm/{token}',
      summary: 'Shows what somebody is about to confirm; changes nothing',
      run: async ({ params: { token }, request }) => {
        const content = links.open('confirm', token);
        const shown = content['shown'] ?? '';
        return html(confirmPage({ ...(await speaker(services, request)), ...personOf(content), shown }));
      },
    }),
    linkRoute({
      method: 'post',
      path: '/confirm/{token}',
      summary: 'Confirms it: the second half of a double opt-in',
      run: async ({ params: { token }, request }) => {
        const content = links.open('confirm', token);
        const { say, language, company } = await speaker(services, request);
        const person = personOf(content);
        await consents.say({
          ...person,
          ...{ purposes: (content['purposes'] ?? '').split(' '), state: 'given', language, actor: 'person' },
          source: `${content['source'] ?? ''} (confirmed by mail)`,
          shown: content['shown'] ?? '',
        });
        const text = say('page.confirm.done');
        return html(donePage({ say, language, company, ...person, text, link: waysOut.preferences(person) }));
      },
    }),
  ];
}
