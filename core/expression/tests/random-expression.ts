import fc from 'fast-check';

const joined = (operators: string[], side: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(side, fc.constantFrom(...operators), side).map(([l, operator, r]) => `(${l} ${operator} ${r})`);

const call = (names: string[], ...args: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...names), ...args).map(([name, ...given]) => `$${name}(${given.join(', ')})`);

const choose = (test: fc.Arbitrary<string>, branch: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(test, branch, branch).map(([t, a, b]) => `(${t} ? ${a} : ${b})`);

const literals = fc.constantFrom('0', '1', '2.5', "'a'", "''", "'2026-01-31'", 'true', 'false', 'null');
const times = fc.constantFrom(
  'day',
  'seen',
  '$now()',
  '$today()',
  "'2026-02-01T23:30:00.000Z'",
  "'2026-01-31'",
);

const moments = fc.oneof(
  { weight: 3, arbitrary: times },
  {
    weight: 1,
    arbitrary: call(
      ['addDays', 'addMonths'],
      times,
      fc.constantFrom(
        '0',
        '1',
        '-31',
        '13',
        'count',
        '0.5',
        'price',
        '3652058',
        '-120000',
        '1000000000000',
        'null',
      ),
    ),
  },
);

const { boolean, number, text } = fc.letrec<{ boolean: string; number: string; text: string }>((tie) => ({
  number: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('price', 'count', '0', '1', '0.1', '-3', '12.5'),
    joined(['+', '-', '*', '/'], tie('number')),
    call(['abs', 'floor', 'ceil'], tie('number')),
    call(['length'], tie('text')),
    fc.constant('$count(tags)'),
    call(['days', 'months'], moments, moments),
    fc.constant('$millis()'),
    choose(tie('boolean'), tie('number')),
  ),
  text: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('name', 'code', "'a'", "''", "'\u{1f600}'", 'day', 'seen'),
    joined(['&'], tie('text')),
    choose(tie('boolean'), tie('text')),
  ),
  boolean: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('isOpen', 'true', 'false'),
    joined(['<', '<=', '>', '>=', '=', '!='], tie('number')),
    joined(['<', '<=', '>', '>=', '=', '!='], tie('text')),
    joined(['<', '>=', '=', '!='], moments),
    joined(['=', '!='], fc.oneof(tie('number'), tie('text'), tie('boolean'), literals)),
    fc.constantFrom('(tags = null)', '(null != tags)'),
    tie('text').map((t) => `(${t} in tags)`),
    joined(['and', 'or'], fc.oneof(tie('boolean'), tie('boolean'), tie('number'), tie('text'), literals)),
    call(['not', 'boolean'], fc.oneof(tie('boolean'), tie('number'), tie('text'))),
    call(['contains'], tie('text'), tie('text')),
    fc
      .tuple(tie('text'), fc.subarray(["'a'", "'1'", '1', 'null']))
      .map(([t, list]) => `(${t} in [${list.join()}])`),
    fc
      .tuple(tie('number'), fc.subarray(["'1'", '1', '0', 'null']))
      .map(([n, list]) => `(${n} in [${list.join()}])`),
  ),
}));

/** Mostly well typed, over the columns of the random record. */
export const scalarExpression: fc.Arbitrary<string> = fc.oneof(boolean, number, text, moments);

const list = fc.letrec<{ list: string; predicate: string }>((tie) => ({
  predicate: fc.oneof(
    fc.constantFrom('0', '-1', 'p', 'p = 1', 'p != 1', "q = 'a'", 'p > 1', '[0, 1]', '$ > 0', 'true', 'gone'),
  ),
  list: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(
      'items',
      'numbers',
      'items.p',
      'items.q',
      'numbers[]',
      '[1..3]',
      '[]',
      'items.gone',
      'name',
      'count',
    ),
    fc.tuple(tie('list'), tie('predicate')).map(([l, p]) => `(${l})[${p}]`),
    fc
      .tuple(tie('list'), fc.constantFrom('p', 'q', '[p, q]', '{q: p}', '(p)', '*', '$'))
      .map(([l, s]) => `${l}.${s}`),
    fc
      .tuple(tie('list'), fc.constantFrom('^(q, >p)', '^(<$)', '{q: $count($)}', '{q: p}'))
      .map(([l, s]) => `${l}${s}`),
    fc.tuple(tie('list'), tie('list')).map(([a, b]) => `[${a}, ${b}]`),
    call(['append', 'zip'], tie('list'), tie('list')),
    call(
      ['reverse', 'distinct', 'sort', 'keys', 'spread', 'count', 'sum', 'max', 'average', 'string'],
      tie('list'),
    ),
    call(['exists', 'type', 'not', 'boolean', 'merge'], tie('list')),
    call(
      ['map', 'filter'],
      tie('list'),
      fc.constantFrom(
        'function($v) { $v }',
        'function($v, $i) { $v.p > $i }',
        'function($v, $i, $a) { $count($a) - $i }',
        '$string',
        'function($v) { $v = 1 }',
      ),
    ),
    call(['reduce'], tie('list'), fc.constant('function($a, $v) { $a & $v }')),
    fc.tuple(tie('list'), tie('list')).map(([a, b]) => `($x := ${a}; $y := ${b}; $exists($x) ? $x : $y)`),
    tie('list').map((l) => `${l} ~> $count`),
    tie('list').map((l) => `(${l} = numbers)`),
    tie('list').map((l) => `(1 in ${l})`),
    tie('list').map((l) => `('x' & ${l})`),
  ),
})).list;

/** Paths, filters, sequences and functions of lists. */
export const listExpression: fc.Arbitrary<string> = list;
