/**
 * A plugin's diagram is drawn in English; its names are shown in the reader's language, and are drawn as before when the
 * diagram is saved. A name that somebody changed is nobody's text but theirs, and is saved as it is.
 */
import { childOf, childrenOf, idOf, isA, textOf, type ModdleElement } from './moddle-element.ts';

/** By `<flow>`, `<flow>.<element>`, `<flow>.<element>.<field>` and `….<option>`: as it is drawn, and as it is said. */
export type PluginNames = Record<string, [drawn: string, said: string]>;

let names: PluginNames = {};

export const usePluginNames = (found: PluginNames): void => {
  names = found;
};

/** One name, such as that of a flow by its key. */
export const sayName = (place: string, drawn: string): string =>
  names[place]?.[0] === drawn ? names[place][1] : drawn;

export const sayNames = (definitions: ModdleElement): void => rename(definitions, 0);
export const drawNames = (definitions: ModdleElement): void => rename(definitions, 1);

function rename(definitions: ModdleElement, from: 0 | 1): void {
  for (const process of childrenOf(definitions, 'rootElements').filter((root) => isA(root, 'bpmn:Process'))) {
    turn(process, 'name', idOf(process), from);
    for (const lanes of childrenOf(process, 'laneSets')) renameLanes(lanes, idOf(process), from);
    renameIn(process, idOf(process), from);
  }
}

function renameIn(scope: ModdleElement, flow: string, from: 0 | 1): void {
  for (const element of childrenOf(scope, 'flowElements')) {
    const place = `${flow}.${idOf(element)}`;
    turn(element, 'name', place, from);
    if (isA(element, 'bpmn:SubProcess')) renameIn(element, flow, from);
    for (const part of childrenOf(childOf(element, 'extensionElements'), 'values'))
      if (isA(part, 'relata:Form')) renameForm(part, place, from);
  }
}

function renameLanes(set: ModdleElement, flow: string, from: 0 | 1): void {
  for (const lane of childrenOf(set, 'lanes')) {
    turn(lane, 'name', `${flow}.${idOf(lane)}`, from);
    const below = childOf(lane, 'childLaneSet');
    if (below) renameLanes(below, flow, from);
  }
}

function renameForm(form: ModdleElement, place: string, from: 0 | 1): void {
  for (const field of childrenOf(form, 'fields')) {
    const at = `${place}.${idOf(field)}`;
    turn(field, 'label', at, from);
    for (const option of childrenOf(field, 'options'))
      turn(option, 'label', `${at}.${textOf(option, 'value')}`, from);
  }
}

function turn(element: ModdleElement, property: string, place: string, from: 0 | 1): void {
  const pair = names[place];
  if (pair && textOf(element, property) === pair[from]) element.set(property, pair[from === 0 ? 1 : 0]);
}
