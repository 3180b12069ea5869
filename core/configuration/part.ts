/** What people make in the browser, kind by kind: how it leaves this installation, and how it comes into another. */
import type { ZodType } from 'zod';
import type { Actor } from '../access/actor.ts';
import type { Tx } from '../db/connect.ts';

/** Something another definition needs: `{kind: 'entity', id: 'warranty'}`. */
export interface Reference {
  kind: string;
  id: string;
}

export interface ConfigurationItem {
  /** Unique within its kind, stable over installations; becomes the name of its file. */
  id: string;
  /** How people know it. */
  title: string;
  /** JSON that reads well as a difference, or the text of a file such as BPMN. */
  content: unknown;
}

/** `content` is null where the definition is taken away: what was made here goes, what a plugin declares comes back. */
export interface ConfigurationChange {
  id: string;
  content: unknown;
}

export interface ApplyContext {
  actor: Actor;
  /** Goes into the cause of what is written. */
  requestId: string;
  /** Milliseconds since 1970. */
  at: number;
  /** What stood before is brought back: nothing that only judges what is new may stop it. */
  isUndo?: boolean;
}

export interface ConfigurationPart {
  /** `role`, `flow`, `entity`, …: the name of the folder in a pack. */
  kind: string;
  /** Lower comes first when a pack is applied: what others refer to. */
  order: number;
  /** File ending; `json` when absent, for which `content` is data instead of text. */
  extension?: string;
  /** Its items hold data of records, such as those of customers: they leave only when that is asked for. */
  holdsRecords?: true;
  /** Of a content, as far as reading it needs it: a file that somebody wrote may be anything. */
  shape?: ZodType;
  /** Everything of this kind that was made or changed in the browser, not what plugins declare. */
  items(): Promise<ConfigurationItem[]>;
  /** Whether a definition of that id is there, a plugin's too. */
  has(id: string): Promise<boolean>;
  /** What a content needs to be there. */
  refers?(content: unknown): readonly Reference[];
  /** All changes or none; throws a problem with what is wrong. Writes `definitionChanged` for each. */
  apply(changes: readonly ConfigurationChange[], context: ApplyContext): Promise<void>;
  /** Reads again what runs in this process, after any process changed this kind. */
  reload?(): Promise<void>;
}

export interface DefinitionChange {
  kind: string;
  id: string;
  title: string;
  /** Null when it was made. */
  before: unknown;
  /** Null when it was taken away. */
  after: unknown;
  /** Actor id. */
  actor: string;
  /** Milliseconds since 1970. */
  at: number;
  requestId?: string;
}

export type WriteDefinitionChange = (tx: Tx, change: DefinitionChange) => Promise<void>;
