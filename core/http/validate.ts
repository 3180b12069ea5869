import { z } from 'zod';
import { invalid, type FieldError } from '../errors.ts';

const chinese = z.locales.zhCN().localeError;
/** A schema's own message is a problem code; the library's are sentences. */
const code = /^[a-z]+(-[a-z]+)+$/;

/** The value in the schema's shape; a problem that lists every mistake with its pointer otherwise. */
export function validate(schema: z.ZodType, value: unknown, place = ''): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  // The library names its reasons in one language at a time.
  const again = issuesOf(schema.safeParse(value, { error: chinese }), value);
  throw invalid(
    issuesOf(parsed, value).flatMap((issue, index) =>
      mistakes(issue, again[index]?.message ?? issue.message).map(({ path, ...mistake }) => ({
        pointer: `${place}/${path.map(String).join('/')}`,
        ...mistake,
      })),
    ),
  );
}

type Issue = z.core.$ZodIssue;
type Mistake = Omit<FieldError, 'pointer'> & { path: PropertyKey[] };

function mistakes(issue: Issue, chineseReason: string): Mistake[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...issue.path, key], code: 'field-unknown' }));
  if (code.test(issue.message)) return [{ path: issue.path, code: issue.message }];
  const reason = { en: issue.message, 'zh-CN': chineseReason };
  return [{ path: issue.path, code: 'value-invalid', params: { reason } }];
}

const issuesOf = (parsed: z.ZodSafeParseResult<unknown>, value: unknown): Issue[] =>
  (parsed.error?.issues ?? []).flatMap((issue) => plain(issue, value));

/** Of shapes to choose from, what is wrong with the one that was probably meant: that lacks least of what is there. */
function plain(issue: Issue, value: unknown): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const inside = at(value, issue.path);
  const [meant] = issue.errors
    .map((issues) => ({ issues, absent: issues.filter(({ path }) => at(inside, path) === undefined).length }))
    .toSorted((a, b) => a.absent - b.absent || deepest(b.issues) - deepest(a.issues));
  return meant!.issues.flatMap((each) =>
    plain(each, inside).map((found) => ({ ...found, path: [...issue.path, ...found.path] })),
  );
}

const deepest = (issues: readonly Issue[]): number => Math.max(...issues.map(({ path }) => path.length));

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    // The cast: any object may be asked for any member.
    (inside, key) => (inside as Record<PropertyKey, unknown> | null | undefined)?.[key],
    value,
  );
