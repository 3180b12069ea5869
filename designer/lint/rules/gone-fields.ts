import { compile } from '../../../core/expression/compile.ts';
import { ExpressionError } from '../../../core/expression/expression-error.ts';
import { expressionsOf } from '../../moddle/expressions-of.ts';
import type { KnownFields, LintRule } from '../finding.ts';

/** What is read of the flow's record is there: a field may have been removed since. */
export const goneFields: LintRule = {
  check(element, { subject, fields }) {
    if (!subject || !fields) return [];
    const gone = expressionsOf(element).flatMap((source) => goneIn(source, subject, fields));
    return [...new Map(gone.map((each) => [`${each.entity}.${each.field}`, each])).values()].map(
      (params) => ({ code: 'field-gone', severity: 'warning' as const, params }),
    );
  },
};

/** Members of a record that no definition lists. */
const own = new Set(['id', 'version']);

function goneIn(source: string, subject: string, fields: KnownFields): { entity: string; field: string }[] {
  return pathsOf(source).flatMap((path) => {
    let at = fields[subject];
    for (const field of path) {
      if (!at || own.has(field)) return [];
      const found = at.fields[field];
      if (found === undefined) return [{ entity: at.label, field }];
      at = fields[found.entity];
    }
    return [];
  });
}

/** What cannot be read is told by another rule. */
function pathsOf(source: string): string[][] {
  try {
    return compile(source)
      .paths.filter(({ root }) => root === '$subject')
      .map(({ path }) => path);
  } catch (error) {
    if (error instanceof ExpressionError) return [];
    throw error;
  }
}
