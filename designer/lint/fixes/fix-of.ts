import type { EditorSession } from '../../canvas/editor-session.ts';
import type { ToldFinding } from '../check-diagram.ts';
import { assignOwner } from './assign-owner.ts';
import { endHere } from './end-here.ts';
import { makeDefault } from './make-default.ts';
import { makeWork } from './make-work.ts';
import { startForEach } from './start-for-each.ts';

/** Something that mends a problem, in one step of undo. */
export interface Fix {
  /** What the button says: `designer.fix.<label>`. */
  label: string;
  run(): void;
}

export type FixRule = (finding: ToldFinding, session: EditorSession) => Fix | undefined;

const rules: Record<string, FixRule> = {
  'default-missing': makeDefault,
  'condition-missing': makeDefault,
  'event-condition-missing': startForEach,
  'leads-nowhere': endHere,
  'plain-task': makeWork,
  nobody: assignOwner,
};

/** Only where one thing is right; where somebody must decide, nothing is offered. */
export const fixOf = (finding: ToldFinding, session: EditorSession): Fix | undefined =>
  rules[finding.code]?.(finding, session);
