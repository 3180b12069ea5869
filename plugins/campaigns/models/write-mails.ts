/** Templates filled for many people at once: each in their language, each refused alone. */
import {
  failure,
  idOf,
  ok,
  Problem,
  type FileValue,
  type Locale,
  type NewMessage,
  type PluginServices,
  type RecordData,
  type RecordService,
  type TaskResult,
  type Transaction,
} from '../../../core/index.ts';

export interface Mail {
  /** The same key is the same mail. */
  key: string;
  template: string;
  /** To whom: a record with an e-mail address. */
  to: { entity: string; record: RecordData };
  purpose: string;
  about: Readonly<Record<string, unknown>>;
}

export interface WritingParts {
  records: Pick<RecordService, 'read' | 'find'>;
  plugin: Pick<PluginServices, 'template' | 'send'>;
  tx: Transaction;
}

/**
 * Queues them; results in their order, `ok({message})` or a failure that says why that one was not written. What cannot be
 * written in the first place is given as its failure, and keeps its place.
 */
export async function writeMails(
  parts: WritingParts,
  mails: readonly (Mail | TaskResult)[],
): Promise<TaskResult[]> {
  const templates = new Set(mails.flatMap((mail) => ('ok' in mail ? [] : [mail.template])));
  const variants = await variantsOf(parts, [...templates]);
  const files = await filesOf(parts, [...new Set([...variants.values()].map(({ id }) => id))]);
  const written = await Promise.all(
    mails.map(async (mail) => ('ok' in mail ? mail : write(parts, { variants, files }, mail))),
  );
  const messages = written.flatMap((one) => ('ok' in one ? [] : [one]));
  const sent = await sendAll(parts, messages);
  return written.map((one) => ('ok' in one ? one : sent.get(one)!));
}

/** By template and language; without a language: the template itself. */
type Variants = ReadonlyMap<string, RecordData>;

async function variantsOf({ records }: WritingParts, ids: readonly string[]): Promise<Variants> {
  const [originals, translations] = await Promise.all([
    records.read('template', ids),
    records.find('template', { original: { in: [...ids] } }, { limit: 1_000 }),
  ]);
  const variants = new Map<string, RecordData>();
  for (const one of translations) variants.set(`${idOf(one['original'])} ${String(one['language'])}`, one);
  for (const one of originals)
    if (one) {
      variants.set(one.id, one);
      if (one['language']) variants.set(`${one.id} ${String(one['language'])}`, one);
    }
  return variants;
}

/** By template. */
type FilesOf = ReadonlyMap<string, NonNullable<NewMessage['files']>>;

async function filesOf({ records }: WritingParts, templates: readonly string[]): Promise<FilesOf> {
  const query = { sort: ['name'], limit: 1_000 };
  const found = await records.find('template-file', { template: { in: [...templates] } }, query);
  const by = Map.groupBy(found, (one) => idOf(one['template'])!);
  const kept = (one: RecordData) => {
    const file = one['file'] as FileValue; // The cast: it is required.
    return { name: withEnding(String(one['name']), file.name), file: file.id };
  };
  return new Map([...by].map(([template, all]) => [template, all.map(kept)]));
}

/** Mail programs open a file by the end of its name. */
const withEnding = (name: string, uploaded: string): string => {
  const ending = /\.[a-z0-9]{1,8}$/i.exec(uploaded)?.[0] ?? '';
  return name.toLowerCase().endsWith(ending.toLowerCase()) ? name : name + ending;
};

async function write(
  { plugin }: WritingParts,
  { variants, files }: { variants: Variants; files: FilesOf },
  { key, template: id, to, purpose, about }: Mail,
): Promise<NewMessage | TaskResult> {
  const { entity, record } = to;
  const template = variants.get(`${id} ${String(record['language'])}`) ?? variants.get(id);
  if (!template) return failure('template-missing', `There is no template ${id}.`, {});
  const address = record['email'];
  if (typeof address !== 'string' || address === '')
    return failure('address-missing', 'There is no e-mail address.', {});
  try {
    const language = languageOf(template['language']);
    const compiled = await plugin.template({
      subject: String(template['subject']),
      body: String(template['body']),
      language,
    });
    const filled = compiled.write({ [entity]: record });
    const attached = files.get(template.id) ?? files.get(id);
    return {
      ...{ key, channel: 'email', purpose, to: address, about },
      ...filled,
      // Both are the frame's.
      text: '',
      record: { entity, id: record.id },
      ...(language && { language }),
      ...(attached && { files: attached }),
    };
  } catch (error) {
    return refusal(error);
  }
}

const languageOf = (value: unknown): Locale | undefined =>
  value === 'en' || value === 'zh-CN' ? value : undefined;

/** All in one statement; where one cannot be sent, each alone, so that only that one is refused. */
async function sendAll(
  parts: WritingParts,
  messages: readonly NewMessage[],
): Promise<Map<NewMessage, TaskResult>> {
  const { plugin, tx } = parts;
  const done = (ids: readonly string[], of: readonly NewMessage[]): [NewMessage, TaskResult][] =>
    of.map((message, index) => [message, ok({ message: ids[index] })]);
  try {
    return new Map(done(await plugin.send(messages, tx), messages));
  } catch (error) {
    if (messages.length < 2) return new Map(messages.map((message) => [message, refusal(error)]));
    const alone = await Promise.all(messages.map((message) => sendAll(parts, [message])));
    return new Map(alone.flatMap((one) => [...one]));
  }
}

/** What is wrong with the template or the address is said to the flow; all else is a fault, and tried again. */
function refusal(error: unknown): TaskResult {
  if (!(error instanceof Problem)) throw error;
  return failure(error.code, error.message, error.params);
}
