/** Screens are data: what a page shows, not how it is drawn. */
import type { LocalText } from '../entity/definition.ts';

export type { BeginStep } from './begin/begin-step.ts';

/** A text key of the plugin, plain words, or words in each language. */
export type ScreenText = string | LocalText;

/** How a field is compared, in the words of the filter bar. */
export const conditionOperators = [
  'is',
  'isNot',
  'isOneOf',
  'hasAny',
  'hasAll',
  'hasNone',
  'contains',
  'over',
  'under',
  'from',
  'until',
  'within',
  'isMe',
  'isEmpty',
  'isFilled',
] as const;
export type ConditionOperator = (typeof conditionOperators)[number];

/** One condition as people set it; periods such as "this month" are worked out when it is shown. */
export interface ScreenCondition {
  field: string;
  operator: ConditionOperator;
  value?: unknown;
}

export interface Measure {
  function: 'count' | 'sum' | 'min' | 'max' | 'average';
  field?: string;
}

export interface Grouping {
  field: string;
  bucket?: 'day' | 'week' | 'month' | 'quarter' | 'year';
}

/** What figures are made of: records of an entity, all that fit the conditions. */
interface FigureSource {
  entity: string;
  measure: Measure;
  conditions?: ScreenCondition[];
  /** On a record's page: the relation that leads from the entity to the record shown. */
  by?: string;
}

/** A field of a list, of a card or of a header; the id alone, or with what is said about it. */
export type Column = string | { field: string; label?: ScreenText; width?: number };

export type ScreenNode = {
  id: string;
  /** JSONata over the record; what is not visible asks for nothing either. */
  visible?: string;
  /** Taken out by an overlay, kept so that it can be shown again. */
  hidden?: boolean;
  title?: ScreenText;
  /** Share of the row: of the columns around it, or of a dashboard's twelve. */
  width?: number;
} & (
  | { node: 'tabs'; children: ScreenNode[] }
  | { node: 'columns'; children: ScreenNode[] }
  | { node: 'tab'; children: ScreenNode[] }
  | { node: 'section'; across?: number; isClosed?: boolean; children: ScreenNode[] }
  | {
      node: 'field';
      field: string;
      required?: string;
      readOnly?: boolean;
      label?: ScreenText;
      help?: ScreenText;
    }
  | {
      node: 'related';
      entity: string;
      by: string;
      columns: string[];
      sort?: string[];
      conditions?: ScreenCondition[];
    }
  | { node: 'records'; entity: string; columns: string[]; sort?: string[]; conditions?: ScreenCondition[] }
  | ({ node: 'number' } & FigureSource)
  | ({
      node: 'chart';
      chart: 'bar' | 'line' | 'pie';
      group: Grouping;
      split?: Grouping;
    } & FigureSource)
  /** On a dashboard: a report, as its reader may see it. */
  | { node: 'report'; report: string }
  | { node: 'text'; text: ScreenText }
  | { node: 'timeline' }
  | { node: 'flows' }
  | { node: 'element'; element: string }
  /** What refers to something gone, with the sentence that says so; only who may mend it gets it. */
  | { node: 'broken'; problem: string }
);

/** A filter of a dashboard, across its tiles: for each entity the field that it means. */
export interface SharedFilter {
  id: string;
  title?: ScreenText;
  fields: Record<string, string>;
}

export type ScreenKind = 'list' | 'record' | 'board' | 'calendar' | 'dashboard' | 'form';
export type ScreenAction = string | { flow: string };

export interface Screen {
  id: string;
  kind: ScreenKind;
  /** Of a dashboard: the entity that its tiles are about when they name no other. */
  entity: string;
  /** What an admin made has its name here; a plugin's is in its locales. */
  label?: ScreenText;
  /** In the navigation, under this group; screens without it are reached from others. */
  nav?: { group: string; icon: string; order?: number };
  /** The one of its kind that people begin with; of forms, the one for new records. */
  isFirst?: boolean;
  /** list */
  columns?: Column[];
  sort?: string[];
  filters?: string[];
  /** board */
  lanes?: { field: string };
  card?: Column[];
  totals?: string[];
  /** calendar: the day, or the first and the last */
  date?: { field: string; end?: string };
  /** calendar: the choice field whose colours the entries have */
  color?: string;
  /** dashboard */
  shared?: SharedFilter[];
  /** record and form: the side column, and the main tree. */
  header?: Column[];
  side?: ScreenNode[];
  body?: ScreenNode[];
  actions?: ScreenAction[];
}

export const defineScreen = (screen: Screen): Screen => screen;

type FieldNode = Extract<ScreenNode, { node: 'field' }>;
/** A field's id alone, or with what is said about it; several of which the same is said stand in one list. */
type FieldSaid =
  | string
  | (Partial<Omit<FieldNode, 'node' | 'field'>> & { field: string | readonly string[] });

/** A node for each field, in their order, called like its field unless an `id` is given. */
export const fields = (...all: readonly FieldSaid[]): FieldNode[] =>
  all.flatMap((one) => {
    const { field, ...said } = typeof one === 'string' ? { field: one } : one;
    return [field].flat().map((name): FieldNode => ({ id: name, node: 'field', field: name, ...said }));
  });

/** An action that starts a flow on the record shown. */
export const flow = (key: string): { flow: string } => ({ flow: key });
