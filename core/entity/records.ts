import type { Access } from '../access/access.ts';
import { wallClock, type Clock } from '../clock.ts';
import type { Sql, Tx } from '../db/connect.ts';
import { despiteRollback } from '../db/rollback.ts';
import type { Events } from '../event/events.ts';
import type { Models } from './models.ts';
import { aggregateRecords } from './query/aggregate/aggregate-records.ts';
import type { QueryContext } from './query/context.ts';
import { idsOf } from './query/ids-of.ts';
import { listRecords } from './query/list.ts';
import { createPeople } from './query/people.ts';
import { mergeRecords } from './merge/merge-records.ts';
import { readRecords } from './query/read-records.ts';
import { readTimeline } from './query/timeline.ts';
import { similarRecords } from './query/similar.ts';
import { visibleIds } from './query/visible.ts';
import type { ChangeResult, RecordStore, WriteInput } from './record-store.ts';
import { recordService } from './record-service.ts';
import { noSuchRecord } from './store/problems.ts';
import type { WriteContext } from './store/context.ts';
import { revealSecret } from './secret/reveal.ts';
import { undoCause } from './undo/undo-cause.ts';
import { writeChanges } from './store/write.ts';
import { replanned } from './replanned.ts';

export interface Company {
  timeZone: string;
  /** ISO 4217. */
  currency: string;
}

export interface RecordsInput {
  sql: Sql;
  models: Models;
  access: Access;
  events: Events;
  clock?: Pick<Clock, 'now'>;
  /** Where bare numbers get their currency and days their zone; asked again every few seconds. */
  company?: () => Promise<Company>;
  /** Reads definitions again that another process changed. */
  refresh?: () => Promise<void>;
}

const companyMilliseconds = 5_000;

export function createRecords(input: RecordsInput): RecordStore {
  const { sql, models, access, events, clock = wallClock, refresh } = input;
  let zone = 'UTC';
  const context: QueryContext = {
    access,
    models,
    people: createPeople(sql),
    now: clock.now,
    timeZone: () => zone,
  };
  const company = remembered(input.company ?? (() => Promise.resolve({ timeZone: 'UTC', currency: 'USD' })));
  const known = async (): Promise<Company> => {
    const answer = await company();
    zone = answer.timeZone;
    return answer;
  };
  /** Runs one act, and writes the events it left. */
  const act = async <T>(
    tx: Tx,
    { actor, cause, isQuiet }: Omit<WriteInput, 'changes'>,
    doIt: (running: WriteContext) => Promise<T>,
  ): Promise<T> => {
    const { currency } = await known();
    const running: WriteContext = {
      ...context,
      tx,
      actor,
      cause: { depth: 0, ...cause },
      at: clock.now(),
      currency,
      isQuiet: isQuiet === true,
      events: [],
    };
    const result = await doIt(running);
    await events.append(tx, running.events, { isQuiet });
    return result;
  };
  /** In a transaction of its own. */
  const actAlone = async <T>(
    input: Omit<WriteInput, 'changes'>,
    doIt: (running: WriteContext) => Promise<T>,
  ): Promise<T> => {
    const result = await despiteRollback(() =>
      replanned(() => sql.begin(async (tx) => ({ is: await act(tx, input, doIt) })), refresh),
    );
    events.wake();
    return result.is;
  };
  const store: RecordStore = {
    read: async (asked, db = sql) => {
      await known();
      const [record] = await readRecords(context, { ...asked, ids: [asked.id] }, db);
      if (!record) throw noSuchRecord(asked.entity, asked.id);
      return record;
    },
    readMany: async (asked, db = sql) => {
      await known();
      return readRecords(context, asked, db);
    },
    list: async (asked, db = sql) => {
      await known();
      return listRecords(context, asked, db);
    },
    aggregate: async (asked, db = sql) =>
      aggregateRecords(context, { ...asked, timeZone: (await known()).timeZone }, db),
    ids: (asked) => idsOf(context, asked),
    similar: (asked, db = sql) => similarRecords(context, asked, db),
    timeline: (asked, db = sql) => readTimeline(context, asked, db),
    visible: (asked, db = sql) => visibleIds(context, asked, db),
    write: async (asked, tx) => {
      const write = (running: WriteContext): Promise<ChangeResult[]> => writeChanges(running, asked.changes);
      return tx ? act(tx, asked, write) : actAlone(asked, write);
    },
    merge: (asked) => actAlone(asked, (running) => mergeRecords(running, asked)),
    reveal: (asked) => actAlone(asked, (running) => revealSecret(running, asked)),
    undo: (asked) => actAlone(asked, (running) => undoCause(running, asked.of)),
    service: (actor, tx, cause) => recordService({ store, actor, tx, cause }),
  };
  return store;
}

function remembered(ask: () => Promise<Company>): () => Promise<Company> {
  let answer: Promise<Company> | undefined;
  let until = 0;
  return () => {
    if (!answer || Date.now() > until) {
      answer = ask();
      until = Date.now() + companyMilliseconds;
      answer.catch(() => (answer = undefined));
    }
    return answer;
  };
}
