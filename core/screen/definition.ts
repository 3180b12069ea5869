/** Screens are data: what a page shows, not how it is drawn. */

export type ScreenNode = { id: string; visible?: string } & (
  | { node: 'tabs' | 'columns'; children: ScreenNode[] }
  | { node: 'tab' | 'section'; title?: string; children: ScreenNode[] }
  | { node: 'field'; field: string; required?: string; readOnly?: boolean }
  | { node: 'related'; entity: string; by: string; columns: string[] }
  | { node: 'timeline' }
  | { node: 'flows' }
  | { node: 'element'; element: string }
);

export interface Screen {
  id: string;
  kind: 'list' | 'record' | 'board' | 'calendar' | 'dashboard' | 'form';
  entity: string;
  /** In the navigation, under this group; screens without it are reached from others. */
  nav?: { group: string; icon: string; order?: number };
  /** list */
  columns?: string[];
  sort?: string[];
  filters?: string[];
  /** board */
  lanes?: { field: string };
  card?: string[];
  totals?: string[];
  /** record and form: the side column, and the main tree. */
  header?: string[];
  side?: ScreenNode[];
  body?: ScreenNode[];
  actions?: (string | { flow: string })[];
}

export const defineScreen = (screen: Screen): Screen => screen;
/** An action that starts a flow on the record shown. */
export const flow = (key: string): { flow: string } => ({ flow: key });
