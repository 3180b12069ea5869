import type { Problem } from '../../../errors.ts';
import type { ColumnMapping, RowReason } from '../mapping.ts';

/** What the record store refused, as reasons of a row, with the column that the value came from. */
export function reasonsOf(problem: Problem, mapping: readonly ColumnMapping[]): RowReason[] {
  if (!problem.errors?.length) return [{ code: problem.code, params: problem.params }];
  return problem.errors.map((error) => {
    const field = error.pointer.split('/').findLast((part) => part !== '' && !/^\d+$/.test(part));
    const column = mapping.find((each) => each.field === field)?.column;
    return {
      code: error.code,
      params: { ...error.params, field: field ?? '' },
      ...(field === undefined ? {} : { field }),
      ...(column === undefined ? {} : { column }),
    };
  });
}
