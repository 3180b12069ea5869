import { z } from 'zod';
import {
  escapeHtml,
  Problem,
  problemPage,
  route,
  type Locale,
  type PluginServices,
  type RecordData,
  type Route,
} from '../../../core/index.ts';
import { acceptedLocale } from '../models/accepted-locale.ts';
import { page } from '../models/company-page.ts';
import { answerSurvey, kindOf } from '../models/answer-survey.ts';
import { surveyLink } from '../models/send-survey.ts';
import { scaleOf, type SurveyKind } from '../models/survey-scale.ts';

const params = z.object({ token: z.string().max(2_000) });
const path = '/api/plugins/service/surveys/{token}';
const permission = 'public: whoever was asked has the signed link, and it opens this one question';
const tag = 'service';

/** Where customers answer: a page without scripts. A link alone answers nothing, since programs follow links too. */
export const surveyRoutes = (services: PluginServices): Route[] => [
  route({
    ...{ method: 'get', path, permission, tag, params },
    summary: 'The page on which a customer says how it was',
    query: z.object({ score: z.coerce.number().int().min(0).max(10).optional().catch(undefined) }),
    run: ({ params: { token }, query, request }) =>
      readable(services, { token, request }, async (say, locale) => {
        const survey = await surveyOf(services, token);
        const kind = kindOf(survey);
        const body = formOf({ say, kind, chosen: query.score });
        return page(services, { locale, title: say(`question.${kind}`), text: say(`ends.${kind}`), body });
      }),
  }),
  route({
    ...{ method: 'post', path, permission, tag, params },
    summary: 'Keep what the customer says',
    run: ({ params: { token }, request }) =>
      readable(services, { token, request }, async (say, locale) => {
        const form = new URLSearchParams((await request.text()).slice(0, 40_000));
        const survey = await surveyOf(services, token);
        const score = Number(form.get('score') ?? Number.NaN);
        await answerSurvey(services, survey, { score, comment: form.get('comment') ?? '' });
        return page(services, { locale, title: say('thanks'), text: say('thanksText') });
      }),
  }),
];

/** Problems `service-survey-answered` (409), and those of links. */
async function surveyOf(services: PluginServices, token: string): Promise<RecordData> {
  const { survey: id = '' } = services.links.open(surveyLink, token);
  const [survey] = await services.records(services.self).read('survey', [id]);
  if (!survey) throw new Problem({ status: 410, code: 'service-survey-gone' });
  if (survey['answeredAt']) throw new Problem({ status: 409, code: 'service-survey-answered' });
  return survey;
}

type Say = (name: string) => string;

function formOf({ say, kind, chosen }: { say: Say; kind: SurveyKind; chosen: number | undefined }): string {
  const scores = scaleOf(kind).map(
    (score) =>
      `<label><input type="radio" name="score" value="${score}" required${score === chosen ? ' checked' : ''}>${score}</label>`,
  );
  return `<form method="post"><div class="scale" role="radiogroup" aria-label="${escapeHtml(say(`question.${kind}`))}">${scores.join('')}</div>
<p><label>${escapeHtml(say('comment'))}<br><textarea name="comment" rows="4" maxlength="5000" style="width:100%"></textarea></label></p>
<button>${escapeHtml(say('send'))}</button></form>`;
}

interface Asking {
  token: string;
  request: Request;
}

/** The language the question was asked in; where the link is not ours, that of the browser. */
function localeOf(services: PluginServices, { token, request }: Asking): Locale {
  const usual = acceptedLocale(request);
  try {
    const { language = usual } = services.links.open(surveyLink, token);
    return language === 'zh-CN' ? language : 'en';
  } catch (error) {
    if (error instanceof Problem) return usual;
    throw error;
  }
}

/** What is wrong is said to a person, in the language they were asked in; who answered already did nothing wrong. */
async function readable(
  services: PluginServices,
  asking: Asking,
  run: (say: Say, locale: Locale) => Promise<Response>,
): Promise<Response> {
  const locale = localeOf(services, asking);
  const say: Say = (name) => services.text(locale, `service.survey.${name}`);
  try {
    return await run(say, locale);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const title = error.code === 'service-survey-answered' ? say('thanks') : undefined;
    return problemPage(error, { locale, text: services.text, title });
  }
}
