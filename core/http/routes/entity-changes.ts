import { z } from 'zod';
import { notFound, Problem } from '../../errors.ts';
import {
  changedMeanwhile,
  type ChangePlan,
  type ChangeRow,
  type DefinitionChange,
} from '../../entity/index.ts';
import type { Locale } from '../../registry.ts';
import type { Services } from '../../services.ts';
import { changeInput, type ChangeInput } from '../entity-shapes.ts';
import { changeView, planView } from '../entity-view.ts';
import { reply, route, type Route } from '../route.ts';

const tag = 'entities';
const permission = 'entities.manage';
const id = z.object({ id: z.string().max(80) });
/** A change of a small table is done by then; for others one asks how far it is. */
const longestWait = 8_000;

type ChangeServices = Pick<Services, 'registry' | 'definitions' | 'sql'>;

export const entityChangeRoutes = (services: ChangeServices): Route[] => [
  planRoute(services),
  applyRoute(services),
  ...readRoutes(services),
];

const planRoute = ({ registry, definitions, sql }: ChangeServices): Route =>
  route({
    method: 'post',
    path: '/api/entities/{id}/plan',
    summary: 'What a change would do to the table and to what uses it, in words, without doing it',
    tag,
    permission,
    params: id,
    body: changeInput,
    run: async ({ actor, params, body }) => {
      const plan = await definitions.plan(await changeOf(definitions, params.id, body));
      const notes = await meanwhileNotes(sql, { entity: params.id, body, actor: actor.id });
      const whole = { ...plan, notes: [...notes, ...plan.notes] };
      return reply(200, planView({ registry, locale: actor.locale }, whole));
    },
  });

const applyRoute = (services: ChangeServices): Route =>
  route({
    method: 'post',
    path: '/api/entities/{id}/changes',
    summary: 'Do a change; what breaks something needs `isConfirmed`. 202 while it is still under way',
    tag,
    permission,
    params: id,
    body: changeInput,
    run: async ({ actor, params, body }) => {
      const { definitions } = services;
      const change = await changeOf(definitions, params.id, body);
      refuse(await definitions.plan(change), body.isConfirmed ?? false);
      const { row, done } = await definitions.begin(change, actor.id);
      const isDone = await Promise.race([
        done.then(() => true),
        new Promise<false>((resolve) => setTimeout(() => resolve(false), longestWait).unref()),
      ]);
      const after = await definitions.change(row.id);
      if (after.problem) throw new Problem({ status: 409, ...after.problem });
      return reply(isDone ? 200 : 202, await oneView(services, after, actor.locale));
    },
  });

const readRoutes = (services: ChangeServices): Route[] => [
  route({
    method: 'get',
    path: '/api/entities/{id}/changes',
    summary: 'Who changed what of an entity, newest first',
    tag,
    permission,
    params: id,
    run: async ({ actor, params }) => {
      const { registry, definitions, sql } = services;
      const rows = await definitions.changes(params.id);
      const names = await namesOf(
        sql,
        rows.map(({ createdBy }) => createdBy),
      );
      return reply(200, {
        items: rows.map((row) => changeView({ registry, locale: actor.locale, row, names })),
      });
    },
  }),
  route({
    method: 'get',
    path: '/api/entity-changes/{id}',
    summary: 'How far a change is',
    tag,
    permission,
    params: z.object({ id: z.uuid() }),
    run: async ({ actor, params }) =>
      reply(200, await oneView(services, await services.definitions.change(params.id), actor.locale)),
  }),
];

async function changeOf(
  definitions: Services['definitions'],
  entity: string,
  body: ChangeInput,
): Promise<DefinitionChange> {
  if ('operations' in body) return { kind: 'operations', entity, operations: body.operations };
  if ('remove' in body) return { kind: 'remove', entity };
  const row = await definitions.change(body.undo);
  if (row.entity !== entity) throw notFound('change', body.undo);
  return { kind: 'undo', change: row };
}

async function meanwhileNotes(
  sql: Services['sql'],
  { entity, body, actor }: { entity: string; body: ChangeInput; actor: string },
): Promise<ChangePlan['notes']> {
  if (!('operations' in body) || body.since === undefined) return [];
  const { operations, since } = body;
  const found = await changedMeanwhile(sql, { entity, operations, since, actor });
  const names = await namesOf(
    sql,
    found.map(({ by }) => by),
  );
  return found.map(({ by, field }) => ({
    kind: field === null ? 'changed-meanwhile' : 'field-changed-meanwhile',
    params: { entity, who: names.get(by) ?? by, ...(field !== null && { field }) },
  }));
}

/** Throws where the plan cannot be, or breaks what nobody has agreed to break. */
function refuse(plan: ChangePlan, isConfirmed: boolean): void {
  const refused = plan.notes.find((note) => note.isRefused);
  if (refused)
    throw new Problem({
      status: 409,
      code: `plan-${refused.kind}`,
      params: { detail: refused.params['samples'], ...refused.params },
    });
  const broken = plan.uses.filter((use) => use.isBroken);
  if (broken.length > 0 && !isConfirmed)
    throw new Problem({ status: 409, code: 'plan-unconfirmed', params: { count: broken.length } });
}

async function oneView({ registry, sql }: ChangeServices, row: ChangeRow, locale: Locale): Promise<unknown> {
  return changeView({ registry, locale, row, names: await namesOf(sql, [row.createdBy]) });
}

async function namesOf(sql: Services['sql'], actors: readonly string[]): Promise<Map<string, string>> {
  const ids = [...new Set(actors)];
  const people = await sql<{ id: string; name: string }[]>`
    select id::text as id, name from core."user" where id::text = any(${ids})`;
  return new Map(people.map((person) => [person.id, person.name]));
}
