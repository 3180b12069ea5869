/** A report: a question about the records of one entity, and how its answer is drawn. Plain data. */
import type { Bucket, MeasureFunction } from '../entity/record-store.ts';
import type { ScreenCondition, ScreenText } from '../screen/definition.ts';

export interface ReportGroup {
  /** A field, or a path over relations such as `account.industry`. */
  field: string;
  bucket?: Bucket;
}

export type ReportMeasure = {
  /** What calculated measures call it. */
  id: string;
  title?: ScreenText;
  /** In a chart of bars: as a line above them, or only in the table. */
  drawn?: 'line' | 'none';
} & (
  | {
      function: MeasureFunction;
      /** An entity of `beside`; the report's own when absent. */
      of?: string;
      field?: string;
      /** The figure is of the days from this field to the other. */
      since?: string;
      /** Only of the records that fit. */
      conditions?: ScreenCondition[];
    }
  /** JSONata over the other measures of the same row, by their ids. */
  | { expression: string; format?: 'number' | 'percent' | 'money' }
);

/** Figures of another entity in the same rows: targets beside deals, spending beside sales. */
export interface ReportBeside {
  entity: string;
  /** For each group of the report the field that means the same; spans of time are those of the group. */
  fields: string[];
  conditions?: ScreenCondition[];
}

export const chartKinds = ['table', 'bar', 'line', 'pie', 'funnel', 'heat', 'number'] as const;
export type ChartKind = (typeof chartKinds)[number];

export interface ReportDefinition {
  entity: string;
  conditions?: ScreenCondition[];
  /** Up to three, `columns` among them. */
  groups: ReportGroup[];
  /** The last group makes columns. */
  isPivot?: boolean;
  beside?: ReportBeside[];
  measures: ReportMeasure[];
  /** By the groups when `measure` is absent. */
  sort?: { measure?: string; isDescending?: boolean };
  /** The largest values of the first group; with `others` the rest as one row. */
  top?: { count: number; others?: boolean };
  chart: ChartKind;
  /** Of a chart: bars or areas on each other. */
  isStacked?: boolean;
  /** Of a number: beside the period before, of the condition "within" on this field. */
  compare?: string;
}

/** All whose records it counts: who asks must be allowed each. */
export const entitiesOf = ({ entity, beside = [] }: ReportDefinition): string[] => [
  entity,
  ...beside.map((part) => part.entity),
];

/** What a plugin ships: read-only, to be copied. */
export interface Report {
  /** `sales.funnel`; its name stands at `sales.report.funnel`, its explanation at `.help` below it. */
  id: string;
  definition: ReportDefinition;
}

export const defineReport = (report: Report): Report => report;

export type ReportSharing = 'private' | 'roles' | 'everybody';

/** A report as its reader finds it. */
export interface SavedReport {
  /** A UUID, or the id that a plugin declares. */
  id: string;
  entity: string;
  name: string;
  /** What it shows and how to read it. */
  description: string;
  /** Null: a plugin brought it. */
  owner: { id: string; title: string } | null;
  sharing: ReportSharing;
  roles: string[];
  definition: ReportDefinition;
  version: number;
  /** The reader may change and remove it. */
  canChange: boolean;
}
