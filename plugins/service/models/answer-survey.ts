import {
  idOf,
  Problem,
  type PluginServices,
  type RecordData,
  type RecordService,
} from '../../../core/index.ts';
import { scaleOf, type SurveyKind } from './survey-scale.ts';

// The cast: the field has these options alone.
export const kindOf = (survey: RecordData): SurveyKind => survey['kind'] as SurveyKind;

/** The latest question about a request that this address was asked and can still answer. */
export async function openSurvey(
  records: RecordService,
  { ticket, email, now }: { ticket: string; email: string; now: number },
): Promise<RecordData | null> {
  const [survey] = await records.find(
    'survey',
    {
      ...{ ticket: { eq: ticket }, email: { eq: email }, answeredAt: { eq: null } },
      expiresAt: { gt: new Date(now).toISOString() },
    },
    { sort: ['-sentAt'], limit: 1 },
  );
  return survey ?? null;
}

const longestComment = 5_000;

/** Once. Problems `service-survey-score` (422) and `service-survey-answered` (409). */
export async function answerSurvey(
  services: PluginServices,
  survey: RecordData,
  { score, comment }: { score: number; comment: string },
): Promise<void> {
  if (!scaleOf(kindOf(survey)).includes(score))
    throw new Problem({ status: 422, code: 'service-survey-score' });
  await services.transaction(async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtextextended(${survey.id}, 7))`;
    const records = services.records(services.self, tx);
    const [now] = await records.read('survey', [survey.id]);
    if (now?.['answeredAt']) throw new Problem({ status: 409, code: 'service-survey-answered' });
    const answeredAt = new Date(services.now()).toISOString();
    const said = comment.trim().slice(0, longestComment) || null;
    await records.update('survey', [{ id: survey.id, values: { score, comment: said, answeredAt } }]);
    const ticket = idOf(survey['ticket']);
    const contact = idOf(survey['contact']);
    // The other scales say something else: how easy it was, and whether one would recommend us.
    if (ticket && kindOf(survey) === 'csat')
      await records.update('ticket', [{ id: ticket, values: { satisfaction: score } }]);
    const facts = [
      ...(ticket ? [{ entity: 'ticket', recordId: ticket }] : []),
      ...(contact ? [{ entity: 'contact', recordId: contact }] : []),
    ];
    const values = { score, most: scaleOf(kindOf(survey)).at(-1), kind: survey['kind'] };
    await services.emit(
      facts.map((fact) => ({ ...fact, type: 'service.survey-answered', values })),
      tx,
    );
  });
}
