import type { Column, ScreenCondition } from '../definition.ts';

/** What a person set on a list, board or calendar and wants to find again. */
export interface ViewDefinition {
  conditions?: ScreenCondition[];
  search?: string;
  sort?: string[];
  columns?: Column[];
  /** list: rows under the values of this field */
  group?: string;
  /** board: the field whose choices are the lanes */
  lanes?: string;
  card?: Column[];
}

export type ViewKind = 'list' | 'board' | 'calendar';
export type ViewSharing = 'private' | 'roles' | 'everybody';

export interface SavedView {
  id: string;
  entity: string;
  kind: ViewKind;
  name: string;
  owner: { id: string; title: string };
  sharing: ViewSharing;
  roles: string[];
  definition: ViewDefinition;
  version: number;
  /** The reader begins with it. */
  isDefault: boolean;
  /** The reader may change and remove it. */
  canChange: boolean;
  /** What it refers to that is gone, as sentences. */
  problems?: string[];
}
