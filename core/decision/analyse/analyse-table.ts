/**
 * Which values no rule is for, and which several are. Each column is cut into pieces; pieces that the same rules
 * hold for go the same way, so that a table of 200 rules and five columns is looked through in milliseconds.
 */
import type { DecisionTable } from '../model.ts';
import type { Findings, Place } from '../problem.ts';
import { joinSpans } from './join-spans.ts';
import type { Region, Span } from './region.ts';
import { segmentsOf, type Segment } from './segments.ts';

/** Looking further than this would hold up whoever types. */
const mostSteps = 50_000;
/** More would not be read. */
const mostTold = 10;

export function analyseTable(findings: Findings, table: DecisionTable, place: Place): void {
  const columns = table.inputs.map((_input, column) => segmentsOf(table, column));
  if (table.rules.length === 0 || columns.length === 0) return;
  const formula = columns.findIndex((column) => column === null);
  if (formula >= 0) {
    findings.add('check-incomplete', place, { column: table.inputs[formula]!.label });
    return;
  }
  const walk = new Walk(table, columns as Segment[][]); // None is null.
  walk.go(0, new Set(table.rules.keys()), []);
  const first = table.inputs[0]!.label;
  if (walk.steps > mostSteps) findings.add('check-incomplete', place, { column: first });
  if (!table.outputs.some((output) => output.fallback !== ''))
    for (const region of walk.gaps.slice(0, mostTold)) findings.add('gap', place, { region });
  reportOverlaps(findings, { table, place, walk });
  reportNeverHit(findings, { table, place, walk });
}

class Walk {
  readonly gaps: Region[] = [];
  /** By the numbers of the rules. */
  readonly overlaps = new Map<string, Region>();
  readonly reached = new Set<number>();
  steps = 0;
  private readonly table: DecisionTable;
  private readonly columns: readonly Segment[][];

  constructor(table: DecisionTable, columns: readonly Segment[][]) {
    this.table = table;
    this.columns = columns;
  }

  go(column: number, rules: ReadonlySet<number>, region: Region): void {
    if (++this.steps > mostSteps) return;
    if (rules.size === 0) {
      if (this.gaps.length < mostTold) this.gaps.push(region);
      return;
    }
    const segments = this.columns[column];
    if (segments === undefined) return this.arrive(rules, region);
    const groups = Map.groupBy(segments, (segment) =>
      [...rules].filter((rule) => segment.rules.has(rule)).join(),
    );
    const { label } = this.table.inputs[column]!;
    for (const [key, group] of groups) {
      const inside = new Set(key === '' ? [] : key.split(',').map(Number));
      // The whole column goes one way: it does not matter here.
      if (groups.size === 1) this.go(column + 1, inside, region);
      else
        for (const values of joinSpans(group.map((each): Span => each.span)))
          this.go(column + 1, inside, [...region, { input: label, values }]);
    }
  }

  private arrive(rules: ReadonlySet<number>, region: Region): void {
    const sorted = [...rules].sort((a, b) => a - b);
    if (this.table.hitPolicy === 'FIRST') this.reached.add(sorted[0]!);
    else for (const rule of rules) this.reached.add(rule);
    if (sorted.length < 2) return;
    const numbers = sorted.map((rule) => rule + 1).join(', ');
    if (!this.overlaps.has(numbers)) this.overlaps.set(numbers, region);
  }
}

interface Looked {
  table: DecisionTable;
  place: Place;
  walk: Walk;
}

/** Several may hit where the hit policy says what comes of it; where all say the same, they may too. */
function reportOverlaps(findings: Findings, { table, place, walk }: Looked): void {
  if (table.hitPolicy !== 'UNIQUE' && table.hitPolicy !== 'ANY') return;
  const resultOf = (rule: number): string =>
    JSON.stringify(table.rules[rule - 1]!.outputs.map((cell) => cell.text.trim()));
  for (const [rules, region] of [...walk.overlaps].slice(0, mostTold)) {
    const results = new Set(rules.split(', ').map((rule) => resultOf(Number(rule))));
    if (table.hitPolicy === 'UNIQUE' || results.size > 1)
      findings.add('overlap', place, { rules, region, policy: table.hitPolicy });
  }
}

function reportNeverHit(findings: Findings, { table, place, walk }: Looked): void {
  if (walk.steps > mostSteps) return;
  for (const [index, rule] of table.rules.entries())
    if (!walk.reached.has(index)) findings.add('never-hits', { ...place, element: rule.id, rule: index + 1 });
}
