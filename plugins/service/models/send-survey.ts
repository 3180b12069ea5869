import {
  idOf,
  written,
  type PluginServices,
  type RecordData,
  type RecordService,
  type Transaction,
} from '../../../core/index.ts';
import { languageOf } from './language-of.ts';
import { surveyMail } from './survey-mail.ts';
import { dayMs } from './times.ts';
import { scaleOf, type SurveyKind } from './survey-scale.ts';

/** The kind of link that opens one question: `{ survey, language }`. */
export const surveyLink = 'service.survey';

interface Asking {
  records: RecordService;
  tx: Transaction;
  ticket: RecordData;
  kind: SurveyKind;
  days: number;
  key: string;
}

/** The question by mail, with one signed link for each answer; answers the id of the survey. */
export async function sendSurvey(
  services: PluginServices,
  { records, tx, ticket, kind, days, key }: Asking,
): Promise<string> {
  const now = services.now();
  const subject = String(ticket['subject']);
  const to = String(ticket['requesterEmail']);
  const { id } = written(
    await records.create('survey', [
      {
        name: `${String(ticket['number'])} ${subject}`.slice(0, 300),
        kind,
        ticket: ticket.id,
        contact: idOf(ticket['contact']),
        account: idOf(ticket['account']),
        email: to,
        sentAt: new Date(now).toISOString(),
        expiresAt: new Date(now + days * dayMs).toISOString(),
      },
    ]),
  );
  const language = await languageOf(records, ticket);
  const token = services.links.sign(surveyLink, { survey: id, language }, days * dayMs);
  const address = `${services.url}/api/plugins/service/surveys/${token}`;
  const say = (name: string, params = {}): string =>
    services.text(language, `service.survey.${name}`, params);
  await services.send(
    [
      {
        key: `service-survey ${key}`,
        channel: 'email',
        purpose: 'service',
        to,
        language,
        subject: say('subject', { subject }),
        ...surveyMail({
          ...{ question: say(`question.${kind}`), ends: say(`ends.${kind}`) },
          ...{ scores: scaleOf(kind), address },
        }),
        headers: { 'Auto-Submitted': 'auto-generated' },
        record: { entity: 'ticket', id: ticket.id },
        about: { survey: id },
      },
    ],
    tx,
  );
  return id;
}
