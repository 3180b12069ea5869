/** The ids that a route leads to from some records, as a subquery. */
import { eachTarget } from '../access/rule/points-to.ts';
import type { Shapes } from '../access/shape.ts';
import type { Bindings } from '../db/bindings.ts';
import type { Step } from './watches.ts';

export interface RouteInput {
  route: readonly Step[];
  /** Records that changed. */
  ids: readonly string[];
  /** By field, what it held before: who was pointed at and is not any more. */
  before: Readonly<Record<string, readonly string[]>>;
  shapes: Shapes;
  bindings: Bindings;
}

export function routeToSql({ route, ids, before, shapes, bindings }: RouteInput): string {
  let source = `select unnest(${bindings.bindList(ids, 'uuid')})`;
  for (const [place, step] of route.entries()) {
    const shape = shapes(step.entity);
    const name = 'to' in step ? step.to : step.of;
    const field = shape.fields.get(name);
    const value = field?.sql('s') ?? 'null';
    if ('of' in step) {
      source = `select s.id from ${shape.table} s where ${value} ${field?.kind === 'list' ? `&& array(${source})` : `in (${source})`}`;
      continue;
    }
    const gone = place === 0 ? (before[name] ?? []) : [];
    const lost = gone.length > 0 ? ` union select unnest(${bindings.bindList(gone, 'uuid')})` : '';
    source = `select ${field ? eachTarget(field, 's') : 'null'} from ${shape.table} s where s.id in (${source}) and ${value} is not null${lost}`;
  }
  return source;
}
