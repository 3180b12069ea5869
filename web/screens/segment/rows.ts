/** A condition as rows that people read; groups of rows say “all”, “any”, “none” or “not all” of them. */
export type SegmentRow = FieldRow | RelatedRow | MemberRow | SegmentGroup;
/** What may be asked of a related record: its fields. */
export type FieldRow = WhereRow | KeptRow | FieldGroup;

export interface WhereRow {
  kind: 'where';
  path: string;
  how: How;
  /** Ids with a space between them where it asks about records or people. */
  value: string;
}

export interface MemberRow {
  kind: 'member';
  segment: string;
  isIn: boolean;
}

/** A part of the condition that no row can say; it stays as it is. */
export interface KeptRow {
  kind: 'kept';
  part: unknown;
}

interface Group<Row> {
  kind: 'group';
  joint: Joint;
  rows: Row[];
}
export type FieldGroup = Group<FieldRow>;
export type SegmentGroup = Group<SegmentRow>;

export const joints = ['all', 'any', 'none', 'notAll'] as const;
export type Joint = (typeof joints)[number];

/** How many related records there are: `some` is one or more. */
export const countHows = ['some', 'none', 'gte', 'lte', 'eq'] as const;
export type CountHow = (typeof countHows)[number];

export interface RelatedRow {
  kind: 'related';
  relation: string;
  how: CountHow;
  count: number;
  /** Only those that fit these count. */
  joint: Joint;
  rows: FieldRow[];
}

export type How =
  | 'eq'
  | 'ne'
  | 'contains'
  | 'startsWith'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'lastDays'
  | 'before'
  | 'isEmpty'
  | 'isFilled'
  | 'isTrue'
  | 'hasAny'
  | 'hasAll'
  | 'hasNone'
  | 'isFalse';

export interface SegmentRows {
  joint: Joint;
  rows: SegmentRow[];
}

export const noRows: SegmentRows = { joint: 'all', rows: [] };
export const emptyWhere: WhereRow = { kind: 'where', path: '', how: 'eq', value: '' };
export const emptyGroup: FieldGroup = { kind: 'group', joint: 'any', rows: [emptyWhere] };
export const emptyRelated: RelatedRow = {
  ...{ kind: 'related', relation: '', how: 'some', count: 1, joint: 'all', rows: [] },
};

/** `entity|by|from` of a relation, or without `from`. */
export const relationKey = (entity: string, by: string, from = ''): string => `${entity}|${by}|${from}`;

/** How records and people are asked about, in the words of a filter. */
export const amongHows = { hasAny: 'in', hasAll: 'all', hasNone: 'nin' } as const;
export const isAmong = (how: How): how is keyof typeof amongHows => how in amongHows;

export const needsValue = (how: How): boolean => !['isEmpty', 'isFilled', 'isTrue', 'isFalse'].includes(how);

export function isComplete(row: SegmentRow): boolean {
  switch (row.kind) {
    case 'where':
      return row.path !== '' && (!needsValue(row.how) || row.value.trim() !== '');
    case 'member':
      return row.segment !== '';
    case 'related':
      return row.relation !== '' && row.rows.every(isComplete);
    case 'group':
      return row.rows.length > 0 && row.rows.every(isComplete);
    case 'kept':
      return true;
  }
}
