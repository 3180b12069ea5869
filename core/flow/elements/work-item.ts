import type { FormField, WorkDefinition } from '../graph/index.ts';
import { valueOf } from '../step/expression.ts';
import { Stop } from '../step/incident.ts';
import type { PreparedNode } from '../step/prepare.ts';
import type { Run } from '../step/run.ts';
import type { Token } from '../step/state.ts';
import { firstDue } from '../step/timer/first-due.ts';
import { isTimerLiteral } from '../step/timer/parse-timer.ts';
import type { Value, Variables, Wait } from '../step/types.ts';
import { calendarOf } from './calendar-of.ts';

type WorkItem = Extract<Wait, { kind: 'work-item' }>;

const usualPriority = 50;

/** Who does it, until when, with which form: all expressions of the user task evaluated. */
export const workItemOf = (run: Run, token: Token, node: PreparedNode): WorkItem => {
  const work: WorkDefinition = node.definition.work ?? { form: null };
  const asked = (source: string | undefined): Value =>
    source === undefined ? null : valueOf(run, token, source);
  const assignee = idsOf(asked(work.assignee))[0] ?? null;
  const candidateUsers = idsOf(asked(work.candidateUsers));
  const candidateRoles = idsOf(asked(work.candidateRoles));
  const isLanes =
    !work.assignee && !work.candidateUsers && !work.candidateRoles && work.laneRole !== undefined;
  return {
    kind: 'work-item',
    element: node.id,
    name: node.definition.name,
    assignee,
    candidateUsers,
    candidateRoles: isLanes ? [work.laneRole!] : candidateRoles,
    due: instantOf(run, token, node, work.due),
    followUp: instantOf(run, token, node, work.followUp),
    priority: priorityOf(node, work.priority, asked(work.priority)),
    form: formOf(run, token, work),
    // A code: whoever shows it has the sentence.
    note: work.assignee !== undefined && assignee === null ? 'assignee-nobody' : undefined,
  };
};

/** Ids out of an id, a record or relation `{id, title}`, a comma list, or a list of these. */
const idsOf = (value: Value): string[] => {
  if (Array.isArray(value)) return value.flatMap(idsOf);
  if (value === null || typeof value === 'boolean') return [];
  if (typeof value === 'object') return idsOf(value.id ?? null);
  return String(value)
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
};

/** A date, a time, or a duration from now, as ISO 8601. */
const instantOf = (run: Run, token: Token, node: PreparedNode, source: string | undefined): string | null => {
  if (source === undefined) return null;
  const value = isTimerLiteral(source) ? source : valueOf(run, token, source);
  if (value === null || value === '') return null;
  if (typeof value === 'number') return new Date(value).toISOString();
  const text = String(value);
  const { calendar } = node.definition.work ?? {};
  const first = firstDue(text, run.now, calendarOf(run, token, { calendar, text, at: node.id }));
  if (first === null)
    throw new Stop({
      code: 'flow.due-invalid',
      params: { element: node.id, value: String(value) },
      expression: source,
    });
  return new Date(first.due).toISOString();
};

const priorityOf = (node: PreparedNode, source: string | undefined, value: Value): number => {
  if (value === null) return usualPriority;
  const priority = Number(value);
  if (Number.isFinite(priority)) return priority;
  throw new Stop({
    code: 'flow.priority-invalid',
    params: { element: node.id, value: String(value) },
    expression: source,
  });
};

/** Fields show first what their `value` expression gives. */
const formOf = (run: Run, token: Token, work: WorkDefinition): Value => {
  if (work.form === null || 'screen' in work.form) return work.form;
  return { fields: work.form.fields.map((field) => fieldOf(run, token, field)) };
};

const fieldOf = (run: Run, token: Token, field: FormField): Variables => {
  const { value, options, ...rest } = field;
  const shown: Variables = { ...rest };
  if (options !== undefined) shown.options = options.map((option) => ({ ...option }));
  if (value !== undefined) shown.value = valueOf(run, token, value);
  return shown;
};
