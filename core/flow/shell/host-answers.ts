/** What `$get`, `$find`, `$team`, `$manager` and `$businessDays` answer inside flows. */
import type { Actor } from '../../access/actor.ts';
import type { Db } from '../../db/connect.ts';
import {
  ExpressionError,
  toExpressionRecord,
  type HostNeed,
  type Value,
  type Variables,
} from '../../expression/index.ts';
import { inCalendar } from '../../named-calendar.ts';
import { businessDays } from './business-days.ts';
import type { ShellParts } from './options.ts';
import { readRecords } from './read-records.ts';
import { people } from './sql/people.ts';

export interface HostQuestion {
  db: Db;
  parts: Pick<ShellParts, 'registry' | 'identity'> & {
    records: Pick<ShellParts['records'], 'readMany' | 'list'>;
  };
  actor: Actor;
  need: HostNeed;
  now: number;
  timeZone: string;
}

export async function askHost(question: HostQuestion): Promise<Value> {
  const { need } = question;
  switch (need.name) {
    case 'get':
      return get(question);
    case 'find':
      return find(question);
    case 'team':
      return (await person(question))?.['team'] ?? null;
    case 'manager':
      return (await person(question))?.['manager'] ?? null;
    case 'businessDays':
      return daysBetween(question);
    default:
      throw refused(need.name);
  }
}

async function get({ db, parts, actor, need }: HostQuestion): Promise<Value> {
  const entity = String(need.args[0] ?? '');
  const id = idOf(need.args[1]);
  if (!id) return null;
  const found = await readRecords({ db, parts, actor, wanted: [{ entity, id, paths: ['*'] }] });
  return found.get(`${entity}/${id}`) ?? null;
}

/** As many as one page of a list holds. */
const findLimit = 200;

/** More than it may answer is refused: a total over a part of them would be wrong without a word. */
async function find({ db, parts, actor, need }: HostQuestion): Promise<Value> {
  const entity = String(need.args[0] ?? '');
  const { fields } = parts.registry.entity(entity);
  const page = await parts.records.list(
    { actor, entity, filter: (need.args[1] ?? {}) as Variables, limit: findLimit },
    db,
  );
  if (page.next !== null)
    throw new ExpressionError({ code: 'expression.find-too-many', params: { entity, limit: findLimit } });
  return page.items.map((record) => toExpressionRecord(record, (field) => fields[field]?.type));
}

async function daysBetween({ parts, need }: HostQuestion): Promise<Value> {
  const [from, to, name] = need.args.map((each) => String(each ?? ''));
  const place = inCalendar(await parts.identity.company(), name);
  if (!place)
    throw new ExpressionError({ code: 'expression.calendar-unknown', params: { name: name ?? '' } });
  return businessDays(from ?? '', to ?? '', place.calendar);
}

async function person({ db, need }: HostQuestion): Promise<Variables | undefined> {
  const id = idOf(need.args[0]);
  return id ? (await people(db, [id])).get(id) : undefined;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An id, or a reference `{id, title}`. */
function idOf(value: Value | undefined): string | null {
  const id = typeof value === 'object' && value !== null && !Array.isArray(value) ? value['id'] : value;
  return typeof id === 'string' && uuid.test(id) ? id : null;
}

const refused = (name: string): ExpressionError =>
  new ExpressionError({ code: 'expression.function-refused', params: { name } });
