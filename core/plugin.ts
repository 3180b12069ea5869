/**
 * What a plugin may declare. First-party plugins use exactly this, through `core/index.ts`, and nothing else.
 * The builders check shapes at boot and give back plain data: declaring acts on nothing.
 */
import type { Actor } from './access/actor.ts';
import type { Role } from './access/role.ts';
import type { WorkingTime } from './calendar.ts';
import type {
  Agreement,
  Channel,
  CompiledTemplate,
  Links,
  MailReceiver,
  MessageReading,
  NewMessage,
  OutgoingAnswer,
  OutgoingRequest,
  PastMessage,
  Sent,
  TemplateSource,
} from './channel/index.ts';
import type { Tx } from './db/connect.ts';
import type { IdSet } from './db/id-set.ts';
import type { EntityDefinition, FieldType, RecordData, Values } from './entity/definition.ts';
import type { AggregateInput, AggregateRow, IdsInput, ListInput } from './entity/record-store.ts';
import type { NewEvent, RelataEvent } from './event/event.ts';
import type { Files } from './file/index.ts';
import type { Route } from './http/route.ts';
import type { Locale } from './registry.ts';
import type { Report } from './report/definition.ts';
import type { BeginStep, Screen } from './screen/definition.ts';
import type { TaskType } from './task.ts';

/** Records with an actor and, in a transactional handler, the batch's transaction already in them. */
export interface RecordService {
  read(entity: string, ids: readonly string[]): Promise<(RecordData | null)[]>;
  find(entity: string, filter: unknown, options?: FindOptions): Promise<RecordData[]>;
  /** Page after page, 1 to 200 records each (else 422 `page-limit`): `cursor` is the `next` of the page before, null after the last. */
  page(entity: string, query: PageQuery): Promise<{ items: RecordData[]; next: string | null }>;
  /** Counts, sums and the like over what the actor may see. */
  aggregate(entity: string, query: RecordQuery): Promise<{ rows: AggregateRow[] }>;
  /** What a field of the records that the actor may see holds, for the `among` of another question: any number of them. */
  ids(entity: string, query: Omit<IdsInput, 'actor' | 'entity'>): IdSet;
  create(entity: string, values: readonly Values[]): Promise<WriteResult[]>;
  update(entity: string, changes: readonly { id: string; values: Values }[]): Promise<WriteResult[]>;
  /** Into the bin; what others may not be without stays, and is answered as refused. */
  delete(entity: string, ids: readonly string[]): Promise<Refused[]>;
}

export type RecordQuery = Omit<AggregateInput, 'actor' | 'entity'>;
export type FindOptions = Pick<ListInput, 'sort' | 'fields' | 'limit'>;
export type PageQuery = FindOptions & Pick<ListInput, 'filter'> & { cursor?: string | null };

export type WriteResult = { ok: true; record: RecordData } | Refusal;

/** What one of several records was refused. */
export type Refused = { id: string } & Refusal;

/** `detail` is for logs and for models; people read `problem.<code>` with `params`, where both are there. */
export interface Refusal {
  ok: false;
  code: string;
  detail: string;
  params?: Record<string, unknown>;
  /** External handlers: nothing failed, ask again from then on, in milliseconds since 1970. */
  until?: number;
}

/** What the core does for a plugin's own routes, subscribers and task handlers. */
export interface PluginServices {
  /** Records as this actor; within a transaction where one is given. */
  records(actor: Actor, tx?: Transaction): RecordService;
  /** The plugin itself, for what nobody in particular does. */
  self: Actor;
  /** Wants messages sent; see `Outbox`. */
  send(messages: readonly NewMessage[], tx?: Transaction): Promise<string[]>;
  /**
   * Sends one message through the outbox and tells what became of it: for external handlers, which are asked again with
   * the same key. Its consent, limits and trial mode are those of every message.
   */
  deliver(message: NewMessage, signal: AbortSignal): Promise<Sent>;
  /**
   * One HTTP request to the outside. Rejects with `AddressRefused` for private addresses that no operator allowed, and
   * with problem `trial-mode` on trial, when nothing leaves.
   */
  outgoing(request: Omit<OutgoingRequest, 'allowedHosts'>): Promise<OutgoingAnswer>;
  /** The value of a secret field, for who may see it; null when it is empty. Writes that it was read. */
  reveal(actor: Actor, secret: { entity: string; id: string; field: string }): Promise<string | null>;
  /** What plugins bring to this place of the one who asks: see `Plugin.offers`. */
  offered(place: string): readonly unknown[];
  /** Messages that were wanted by these keys and still wait are not sent; answers how many. */
  takeBack(keys: readonly string[], tx?: Transaction): Promise<number>;
  /** A mail template (MJML with Liquid), ready to be filled; problems 422 say what is wrong with it. */
  template(source: TemplateSource): Promise<CompiledTemplate>;
  messages: MessageReading;
  /** Ids of the records in a segment, in their order: those after the one given. */
  members(segment: string, page: { limit: number; after?: string }, tx?: Transaction): Promise<string[]>;
  links: Links;
  /** Bytes by the ids in file fields; what none holds a day later is removed. Who may read is for the plugin to know. */
  files: Pick<Files, 'info' | 'read' | 'write' | 'remove'>;
  /** Writes facts of the plugin's own, such as `shop.order-paid`: flows that begin with a signal of this name hear them. */
  emit(facts: readonly Fact[], tx?: Transaction): Promise<void>;
  /** Runs again, whole, where another transaction went before it: what `run` does outside `tx` may happen twice. */
  transaction<T>(run: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Milliseconds since 1970. */
  now(): number;
  /** People who work here, active ones alone. */
  people(ids: readonly string[], tx?: Transaction): Promise<Colleague[]>;
  /**
   * Counts in the hours and holidays of a calendar by its id or name, as they are now; in the company's where none is
   * named or it is no more.
   */
  workingTime(calendar?: string | null): Promise<WorkingTime>;
  /** The address people use, without a slash at the end. */
  url: string;
  /** The fields of an entity as people know them: what plugins declare and what admins made. */
  fields(entity: string, locale: Locale): EntityField[];
  /** Keeps what somebody agreed to, with its proof, and asks by mail where it is to be confirmed. */
  agree(agreement: Agreement, tx: Transaction): Promise<void>;
  /** What the company is called, its own zone (IANA) and currency (ISO 4217). */
  company(): Promise<{
    name: string;
    timeZone: string;
    currency: string;
    /** Those that can be named beside the company's own. */
    calendars: readonly { id: string; name: string }[];
  }>;
  text(locale: Locale, key: string, params?: Record<string, unknown>): string;
}

export interface Colleague {
  id: string;
  name: string;
  email: string | null;
  locale: Locale;
}

export type { AggregateRow, Agreement, MessageReading, WorkingTime };
export type Transaction = Tx;

export interface EntityField {
  id: string;
  type: FieldType;
  label: string;
  required: boolean;
  options?: { value: string; label: string }[];
}

export interface Fact extends Pick<NewEvent, 'type'> {
  entity: string;
  recordId: string;
  values?: Record<string, unknown>;
}

/** Hears of changes of one entity in the transaction that writes them; throwing a `Problem` refuses the change. */
export interface PluginSubscriber {
  entity: string;
  run(tx: Transaction, events: readonly RelataEvent[]): Promise<void>;
}

/** Seeded sample data of a first start. What is written starts no flow unless `as` says so. */
export interface DemoServices extends Pick<RecordService, 'page' | 'aggregate'> {
  /** Creates records and answers their ids, in order. */
  create(entity: string, values: readonly Values[]): Promise<string[]>;
  update(entity: string, changes: readonly { id: string; values: Values }[]): Promise<void>;
  find: RecordService['find'];
  /** Puts records on a segment that people keep as a list. */
  putOnList(segment: string, ids: readonly string[]): Promise<void>;
  /** Mails of the past, with what came of them. */
  sent(messages: readonly PastMessage[]): Promise<void>;
  /** Users by name, made when absent; answers their ids. */
  users(people: readonly DemoUser[]): Promise<Record<string, string>>;
  /** The same services, acting as a user instead of the system, at another time, and with flows awake. */
  as(who: { user?: string; at?: number; startsFlows?: boolean }): DemoServices;
  /** Deterministic numbers in [0, 1). */
  random(): number;
  /** Milliseconds since 1970. */
  now: number;
}

export interface DemoUser {
  name: string;
  email?: string;
  password?: string;
  roles: readonly string[];
  /** `Sales/North` is the team North under Sales; each is made when absent. */
  team?: string;
  managesTeam?: string;
}

export interface Plugin {
  id: string;
  version: string;
  /** Range of Relata versions it runs on. */
  relata: string;
  uses: readonly string[];
  entities: readonly EntityDefinition[];
  tasks: readonly TaskType[];
  /** Folder and pattern of BPMN files beside `plugin.ts`. */
  flows?: string;
  /**
   * Folder and pattern of flows that people begin with when they make one of their own: complete, but for inputs that
   * only they can choose. Its texts: `<plugin>.starter.<key>`, `.help` below it, names of its elements at `.<element>`.
   */
  starters?: string;
  /** Folder and pattern of DMN files beside `plugin.ts`. */
  decisions?: string;
  screens: readonly Screen[];
  reports: readonly Report[];
  begin?: readonly BeginStep[];
  roles: readonly Role[];
  /** Each path begins with `/api/plugins/<id>/`, or with `/p/<id>/` where it is a page for people. */
  routes?: (services: PluginServices) => readonly Route[];
  subscribers?: (services: PluginServices) => readonly PluginSubscriber[];
  /** Ways to reach somebody, beside the core's: used by their id in messages. */
  channels?: (services: PluginServices) => readonly Channel[];
  /** Goes to places of plugins that it uses, as `{ 'shop.carrier': [carrier] }`: their `api.ts` says which, of what type. */
  offers?: Readonly<Record<string, readonly unknown[]>>;
  /** Take mail that comes in. */
  receivers?: (services: PluginServices) => readonly MailReceiver[];
  locales: string;
  demo?: (services: DemoServices) => Promise<void>;
  /** `import.meta.url` of `plugin.ts`: where flows and locales are looked for. */
  url: string;
}

export const definePlugin = (
  plugin: Partial<Plugin> & Pick<Plugin, 'id' | 'version' | 'relata' | 'url'>,
): Plugin => ({
  uses: [],
  entities: [],
  tasks: [],
  screens: [],
  reports: [],
  roles: [],
  locales: 'locales/*.json',
  ...plugin,
});
