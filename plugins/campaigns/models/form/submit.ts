/** What a visitor sent becomes a contact, a proof of consent and an event that flows hear, all at once or not at all. */
import { z } from 'zod';
import {
  invalid,
  Problem,
  written,
  type Locale,
  type PluginServices,
  type RecordData,
  type RecordService,
  type Transaction,
  type Values,
} from '../../../../core/index.ts';
import { contactByEmail } from '../../../customers/api.ts';
import { definitionOf } from './definition.ts';
import { digestOf, publicForm, type Challenge } from './public-form.ts';

const value = z.union([
  z.string().max(5_000),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string().max(200)).max(50),
]);

/** What the page sends: values by the ids of the fields. */
export const submissionShape = z.strictObject({
  challenge: z.string().max(2_000),
  values: z
    .record(z.string().max(80), value)
    .refine((all) => Object.keys(all).length <= 50, 'form-values-many'),
  /** What was shown, and whether its box was ticked. */
  consents: z
    .array(z.strictObject({ purpose: z.string().max(40), text: z.string().max(1_000), isGiven: z.boolean() }))
    .max(10),
  page: z.string().max(2_000),
  /** A field that people do not see: who fills it in is a machine. */
  website: z.string().max(500).default(''),
});
export type Submission = z.output<typeof submissionShape>;

/** Nobody reads and fills in a form in less. */
const fewestMilliseconds = 1_500;

const refused = (status: number, code: string): Problem => new Problem({ status, code });

export interface Submitted {
  thanks: string;
  /** The consent counts after a click in the mail that is on its way. */
  isToConfirm: boolean;
}

/**
 * Problems `form-machine` (422), `form-changed` (409) where other words stood beside the boxes, 422 beside each field or box
 * that is missing or wrong, and those of links for a challenge that is over. The same challenge is taken once.
 */
export async function submit(
  services: PluginServices,
  form: RecordData,
  submission: Submission,
): Promise<Submitted> {
  // The cast: what is in a signed link was put there by `publicForm`.
  const challenge = services.links.open('form', submission.challenge) as unknown as Challenge;
  const isMachine = submission.website !== '' || services.now() - Number(challenge.at) < fewestMilliseconds;
  if (isMachine) throw refused(422, 'form-machine');
  if (challenge.key !== form['key'] || challenge.shown !== digestOf(submission.consents))
    throw refused(409, 'form-changed');
  const language: Locale = challenge.language === 'zh-CN' ? 'zh-CN' : 'en';
  const shape = publicForm(services, form, language);
  const { consents } = definitionOf(form['definition']);
  const missing = shape.fields.filter(({ id, isRequired }) => isRequired && isEmpty(submission.values[id]));
  const unticked = consents.filter(
    ({ purpose, isRequired }) =>
      isRequired && !submission.consents.some((one) => one.purpose === purpose && one.isGiven),
  );
  if (missing.length + unticked.length > 0)
    throw invalid([
      ...missing.map(({ id }) => ({ pointer: `/values/${id}`, code: 'form-needed' })),
      ...unticked.map(({ purpose }) => ({ pointer: `/consents/${purpose}`, code: 'form-consent-needed' })),
    ]);
  const values = Object.fromEntries(
    shape.fields.flatMap(({ id }) => (isEmpty(submission.values[id]) ? [] : [[id, submission.values[id]]])),
  );
  await services.transaction((tx) => keep({ services, tx, form, submission, challenge, values, language }));
  const isGiven = submission.consents.some((one) => one.isGiven);
  // Whether the address is known, or agreed before, is nobody else's business.
  return { thanks: shape.texts.thanks, isToConfirm: isGiven && form['isToConfirm'] !== false };
}

const isEmpty = (given: unknown): boolean =>
  given === undefined ||
  given === null ||
  given === '' ||
  given === false ||
  (Array.isArray(given) && !given.length);

interface Keeping {
  services: PluginServices;
  tx: Transaction;
  form: RecordData;
  submission: Submission;
  challenge: Challenge;
  values: Values;
  language: Locale;
}

async function keep(keeping: Keeping): Promise<void> {
  const { services, tx, form, submission, challenge, values, language } = keeping;
  const records = services.records(services.self, tx);
  const address = String(values['email']).trim().toLowerCase();
  // Two at once from one address, or one sent twice, come one after the other.
  await tx`select pg_advisory_xact_lock(hashtextextended(${`form ${address}`}, 0))`;
  const before = await records.find('form-submission', { nonce: { eq: challenge.nonce } }, { limit: 1 });
  if (before.length > 0) return;
  const { contact, isNew } = await contactOf(records, {
    ...{ values: { language, ...values }, address, owner: form['owner'] },
  });
  const made = written(
    await records.create('form-submission', [
      {
        ...{ who: String(values['name'] ?? address).slice(0, 254), form: form.id, contact, isNew },
        ...{ values, language, page: submission.page, nonce: challenge.nonce },
        submittedAt: new Date(services.now()).toISOString(),
      },
    ]),
  );
  for (const { purpose, text } of submission.consents.filter(({ isGiven }) => isGiven))
    await services.agree(
      {
        ...{
          address,
          purposes: [purpose],
          shown: text,
          language,
          isToConfirm: form['isToConfirm'] !== false,
        },
        source: `${String(form['name'])}: ${submission.page}`.slice(0, 200),
        record: { entity: 'contact', id: contact },
        actor: 'person',
      },
      tx,
    );
  const fact = { entity: 'contact', recordId: contact };
  const told = { form: form['key'], submission: made.id, isNew };
  await services.emit(
    ['campaigns.form-submitted', `campaigns.form-submitted.${String(form['key'])}`].map((type) => ({
      ...{ ...fact, type },
      values: told,
    })),
    tx,
  );
}

/** Known people are matched by their address; only what is empty is filled in, since anybody may type an address. */
async function contactOf(
  records: RecordService,
  { values, address, owner }: { values: Values; address: string; owner: unknown },
): Promise<{ contact: string; isNew: boolean }> {
  const known = await contactByEmail(records, address);
  if (known) {
    const fresh = Object.entries(values).filter(([field]) => isEmpty(known[field]));
    if (fresh.length > 0)
      thrown(await records.update('contact', [{ id: known.id, values: Object.fromEntries(fresh) }]));
    return { contact: known.id, isNew: false };
  }
  const given = { name: address, ...values, email: address, owner: owner ?? null };
  return { contact: thrown(await records.create('contact', [given])), isNew: true };
}

/** The mistake stands beside the field that has it. */
function thrown([result]: Awaited<ReturnType<RecordService['create']>>): string {
  if (result?.ok) return result.record.id;
  const { field = '', ...params } = result?.params ?? {};
  throw invalid([{ pointer: `/values/${String(field)}`, code: result?.code ?? 'not-written', params }]);
}
