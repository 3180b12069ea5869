/**
 * What an expression means, as data: the tests run every row in the closures, in the isolated interpreter and,
 * where `sql` is true, in PostgreSQL. `strict` is how flows and records are evaluated (the default); `loose` is
 * JSONata's own result, for `relata:strict="false"`, given where it differs.
 *
 * The scope of all rows is `{ n: 5, z: 0, t: 'a', u: '5', yes: true, none: null, blank: null, noDay: null, empty: '', one: [7],
 * list: [1, 2, 3], nobody: [], mixed: [{p: 1}, {p: null}, {}], o: {n: 5, none: null}, d: '2026-01-31', at: '2026-02-01T10:00:00.000Z' }`.
 * `o.gone` is a missing member. A result is a value, `missing`, or the code of an error. In SQL an error and null are
 * both NULL.
 */
export interface SemanticsRow {
  about: string;
  expression: string;
  strict: Outcome;
  loose?: Outcome;
  /** Also computed by PostgreSQL. */
  sql?: boolean;
}

export type Outcome = { value: unknown } | { missing: true } | { error: string };

const is = (value: unknown): Outcome => ({ value });
const fails = (code: string): Outcome => ({ error: `expression.${code}` });
const missing: Outcome = { missing: true };

const rows = (about: string, list: [string, Outcome, Partial<SemanticsRow>?][]): SemanticsRow[] =>
  list.map(([expression, strict, more]) => ({ about, expression, strict, ...more }));

const sql = { sql: true };

export const semantics: readonly SemanticsRow[] = [
  ...rows('name: one that the scope does not have is an error; $exists and ?? may ask', [
    ['gone', fails('name-unknown'), { loose: missing }],
    ['gone != 5', fails('name-unknown'), { loose: is(false) }],
    ['$exists(gone)', is(false)],
    ['gone ?? 3', is(3)],
    ['$gone', fails('name-unknown'), { loose: missing }],
    ['z = 0 or gone', is(true)],
  ]),
  ...rows('path: a missing member deeper down is missing', [
    ['o.n', is(5)],
    ['o.gone', missing],
    ['o.none.x', missing],
    ['n.x', missing],
    ['o.none', is(null)],
  ]),
  ...rows('arithmetic: numbers only; nothing is an error (loose: missing makes missing)', [
    ['n + 1', is(6), sql],
    ['7 % 4', is(3)],
    ['-n', is(-5), sql],
    ['none + 1', fails('nothing'), { loose: fails('not-number'), sql: true }],
    ['o.gone * 2', fails('nothing'), { loose: missing }],
    ['u + 1', fails('not-number')],
    ['n / z', fails('not-finite'), sql],
  ]),
  ...rows('order: two numbers or two texts (by code point); nothing has no order', [
    ['n > 4', is(true), sql],
    ["t < 'b'", is(true), sql],
    ["'a' < 'Z'", is(false), sql],
    ["'\uff5e' < '\u{1f600}'", is(true), sql],
    ['u > 4', fails('not-comparable')],
    ['none < 5', fails('nothing'), { loose: fails('not-comparable'), sql: true }],
    ['5 >= o.gone', fails('nothing'), { loose: missing }],
    ['yes > 1', fails('not-comparable')],
  ]),
  ...rows('equality: deep; text never equals a number; missing and a list of none count as null', [
    ['n = 5', is(true), sql],
    ["n = '5'", is(false), sql],
    ['u != 5', is(true), sql],
    ['none = null', is(true), sql],
    ['none != 5', is(true), sql],
    ['none = 5', is(false), sql],
    ['o.gone = null', is(true), { loose: is(false) }],
    ['o.gone != 5', is(true), { loose: is(false) }],
    ['o.gone = 5', is(false)],
    ['list = [1, 2, 3]', is(true)],
    ['one = 7', is(false)],
    ['nobody = null', is(true), { loose: is(false), sql: true }],
    ['null != nobody', is(false), { loose: is(true), sql: true }],
    ['nobody = o.gone', is(true), { loose: is(false) }],
    ['one = null', is(false)],
    ['yes = true', is(true), sql],
  ]),
  ...rows('in: equal to an item; a single value is a list of itself', [
    ['n in [4, 5]', is(true), sql],
    ["n in ['5']", is(false), sql],
    ['n in 5', is(true)],
    ['none in [1]', is(false), sql],
    ['none in [null]', is(true), sql],
    ['o.gone in [1]', is(false)],
    ['7 in one', is(true)],
    ['t in nobody', is(false), sql],
  ]),
  ...rows('text: & takes anything; missing is empty, null too under strict', [
    ["t & 'b'", is('ab'), sql],
    ["'x' & blank", is('x'), { loose: is('xnull'), sql: true }],
    ['blank & blank', is(''), { loose: is('nullnull'), sql: true }],
    ["'x' & o.gone", is('x')],
    ['t & n', is('a5')],
    ['t & one', is('a[7]')],
  ]),
  ...rows('boolean: and, or, $not, ? : go by truth: nothing, 0, empty are false', [
    ['yes and n = 5', is(true), sql],
    ['none and true', is(false), sql],
    ['none or n > 4', is(true), sql],
    ['empty or z', is(false), sql],
    ['o.gone or false', is(false)],
    ['z = 1 and none > 1', is(false), sql],
    ['none > 1 and z = 1', fails('nothing'), { loose: fails('not-comparable'), sql: true }],
    ['$not(yes)', is(false), sql],
    ['$not(o.gone)', missing],
    ["none ? 'a' : 'b'", is('b'), sql],
    ["n = 5 ? 'a'", is('a')],
    ["n = 4 ? 'a'", missing],
    ['one ? 1 : 2', is(1)],
    ['[0] ? 1 : 2', is(2)],
  ]),
  ...rows('lists: a path that finds one gives the item, a list from data stays a list', [
    ['one', is([7])],
    ['one[0]', is(7)],
    ['list[-1]', is(3)],
    ['list[$ > 2]', is(3)],
    ['list[$ > 2][]', is([3])],
    ['list[$ > 9]', missing],
    ['mixed.p', is([1, null])],
    ['mixed[p = 1].p', is(1)],
    ['o.gone[x > 1]', missing],
    ['mixed[p != 1]', is([{ p: null }, {}]), { loose: is({ p: null }) }],
    ['mixed[p > 0]', fails('nothing'), { loose: fails('not-comparable') }],
    ['[1, [2, 3], one]', is([1, [2, 3], 7])],
    ['[1..3]', is([1, 2, 3])],
    ['$map(list, function($v) { $v * 2 })', is([2, 4, 6])],
    ['$filter(list, function($v) { $v > 2 })', is(3)],
    ['$reduce(list, function($a, $v) { $a + $v })', is(6)],
    ['$sum(list)', is(6)],
    ['$count(o.gone)', is(0)],
    ['$count(nobody)', is(0), sql],
    ['$exists(nobody[p > 1])', is(false)],
    ['nobody[p > 1].p', missing],
    ['$sum(o.gone)', missing],
    ['$sort(list, function($a, $b) { $a < $b })', is([3, 2, 1])],
    ['$exists(none)', is(true)],
    ['$map(list, $string)', is(['1', '2', '3'])],
    ['$spread(none)', is(null)],
    ['$append(list[$ > 2], [])', is([3])],
    ["[1]{'q': $}.q", missing],
  ]),
  ...rows("time: dates and instants are text; $today is the company's day", [
    ['$now()', is('2026-02-01T23:30:00.000Z'), sql],
    ['$today()', is('2026-02-02'), sql],
    ['d < $today()', is(true), sql],
    ['at < $now()', is(true), sql],
    ['$days(d, $today())', is(2), sql],
    ['$days(at, $now())', is(0)],
    ['$months(d, "2026-02-28")', is(1)],
    ['$months(d, "2026-02-27")', is(0)],
    ['$addDays(d, 14)', is('2026-02-14')],
    ['$addDays($today(), -2)', is('2026-01-31')],
    ['$addDays(at, 1)', is('2026-02-02T10:00:00.000Z')],
    ['$addMonths(d, 1)', is('2026-02-28')],
    ['$addDays(noDay, 1)', fails('nothing')],
    ['$addDays(d, 0.5)', fails('argument')],
    ['$days(noDay, $today())', fails('nothing'), { loose: fails('nothing'), sql: true }],
  ]),
];
