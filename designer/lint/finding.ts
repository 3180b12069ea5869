import type { MetaTask } from '../../web/data/meta.ts';
import type { Place } from '../../core/flow/deploy/place.ts';
import type { ModdleElement } from '../moddle/moddle-element.ts';

/** Something wrong with an element; the sentence is `designer.problem.<code>` with `params` and its name. */
export interface Finding {
  element: string;
  code: string;
  severity: 'error' | 'warning';
  params: Record<string, string>;
  /** Params that are elements without a name: where they stand. */
  places: Record<string, Place>;
}

/** Entities with their fields. */
export type KnownFields = Readonly<
  Record<string, { label: string; fields: Readonly<Record<string, KnownField>> }>
>;

export interface KnownField {
  label: string;
  /** The entity that it leads to, `user` for a person; empty for none. */
  entity: string;
  /** It leads to any number of them. */
  isMany?: boolean;
}

export interface LintContext {
  tasks: ReadonlyMap<string, MetaTask>;
  /** Undefined where not all of them are known. */
  fields?: KnownFields;
  /** The entity the flow is about; empty for none. */
  subject: string;
  /** Sequence flows into and out of an element; files of other tools do not list them at the element. */
  into(element: ModdleElement): ModdleElement[];
  outOf(element: ModdleElement): ModdleElement[];
}

/** Looks at one element; what it reports becomes findings with the element's id and name. */
export interface LintRule {
  check(element: ModdleElement, context: LintContext): Report[];
}

export interface Report {
  code: string;
  severity: 'error' | 'warning';
  params?: Record<string, string>;
  /** Params that are elements: told by their names, or by where they stand. */
  elements?: Record<string, ModdleElement | undefined>;
  /** Another element than the one looked at. */
  at?: ModdleElement;
}
