import type { TemplateResult } from 'lit';
import type { Meta } from '../../web/data/meta.ts';
import type { ModdleElement } from '../moddle/moddle-element.ts';
import type { Edit } from '../modules/edit/edit.ts';
import type { DiagramElement } from '../modules/services.ts';
import type { ScopeName } from '../../web/expression/scope.ts';

/** What a section of the panel gets: one element, what it stands for, and the door to change it. */
export interface PanelContext {
  element: DiagramElement;
  model: ModdleElement;
  /** The process the element is in. */
  process: ModdleElement;
  edit: Edit;
  meta: Meta;
  /** The entity the flow is about; empty for none. */
  subject: string;
  /** What conditions can look at: the record's fields and the flow's variables. */
  choices: ScopeName[];
  /** The one to show, where the event has several. */
  definition?: ModdleElement;
  /** Shows the panel anew where nothing in the diagram changed. */
  refresh: () => void;
}

/** A part of the panel; null when it has nothing to say about the element. */
export type Section = (context: PanelContext) => TemplateResult | null;
