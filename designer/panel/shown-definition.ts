import { eventKinds, type EventKind } from '../moddle/event-definition.ts';
import { childrenOf, isA, type ModdleElement } from '../moddle/moddle-element.ts';
import type { PanelContext } from './panel-context.ts';

/**
 * The definition of this kind that a section is about: that of the event, or the one picked of several. Of several none
 * stands for the event itself.
 */
export function shownDefinition(
  { model, definition }: PanelContext,
  kind: EventKind,
): ModdleElement | undefined {
  const all = isA(model, 'bpmn:Event') ? childrenOf(model, 'eventDefinitions') : [];
  const shown = definition ?? (all.length === 1 ? all[0] : undefined);
  return shown?.$type === eventKinds[kind] ? shown : undefined;
}
