import { compile } from '../../../core/expression/compile.ts';
import { ExpressionError } from '../../../core/expression/expression-error.ts';
import { expressionsOf } from '../../moddle/expressions-of.ts';
import { extensionOf } from '../../moddle/extension.ts';
import { childrenOf, textOf, type ModdleElement } from '../../moddle/moddle-element.ts';
import type { KnownFields, LintRule } from '../finding.ts';

/** What is read of the flow's record, or of the one that an event watches, is there: a field may have been removed since. */
export const goneFields: LintRule = {
  check(element, { subject, fields }) {
    if (!fields) return [];
    const watched = watchedBy(element) || subject;
    const records: Records = { $subject: subject, $record: watched, $before: watched };
    const gone = expressionsOf(element).flatMap((source) => goneIn(source, records, fields));
    return [...new Map(gone.map((each) => [`${each.entity}.${each.field}`, each])).values()].map(
      (params) => ({ code: 'field-gone', severity: 'warning' as const, params }),
    );
  },
};

/** By its name in expressions, the entity that a record is of. */
type Records = Readonly<Record<string, string>>;

/** The entity whose changes an event waits for, where it says one of its own. */
function watchedBy(element: ModdleElement): string {
  const definitions = childrenOf(element, 'eventDefinitions');
  const record = [element, ...definitions].map((one) => extensionOf(one, 'relata:Record')).find(Boolean);
  return textOf(record, 'entity');
}

/** Members of a record that no definition lists. */
const own = new Set(['id', 'version']);

function goneIn(source: string, records: Records, fields: KnownFields): { entity: string; field: string }[] {
  return pathsOf(source).flatMap(({ root, path }) => {
    let at = fields[records[root] ?? ''];
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
function pathsOf(source: string): { root: string; path: string[] }[] {
  try {
    return compile(source).paths;
  } catch (error) {
    if (error instanceof ExpressionError) return [];
    throw error;
  }
}
