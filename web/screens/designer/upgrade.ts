/** A plugin's upgrade meets what was changed here: what is compared, in words, and what follows from the choices. */
import { applyOverlay } from '../../../core/screen/overlay/apply.ts';
import { isSame } from '../../../core/screen/overlay/difference.ts';
import { operationId, type Operation } from '../../../core/screen/overlay/operation.ts';
import type { Conflict } from '../../../core/screen/overlay/three-way.ts';
import { findPlace } from '../../../core/screen/tree/walk.ts';
import { hasText, t } from '../../data/i18n.ts';
import type { TreeNode } from './design-data.ts';
import type { DesignModel } from './design-model.ts';
import { nodeLabel, textOf, type Naming } from './node-label.ts';

/** What a change is about, as people know it; a part that is gone is called as it was. */
export function placeName(model: DesignModel, operation: Operation, naming: Naming): string {
  const id = operationId(operation);
  const conflict = model.opened.upgrade?.conflicts.find((each) => isSameChange(each.operation, operation));
  const was = isNode(conflict?.was) ? conflict.was : undefined;
  const node = model.find(id) ?? findPlace(model.opened.base, id)?.node ?? was;
  return node ? nodeLabel(node, naming) : id;
}

/** Which setting of the part was changed; empty where the part itself was moved, hidden or added. */
export function settingName({ operation }: Conflict): string {
  if (operation.op !== 'set') return '';
  const key = [`screens.property.${operation.path}`, `screens.check.${operation.path}`].find(hasText);
  return key ? t(key) : operation.path;
}

/** One side of the original. A part is followed by the settings in which it differs from the other side. */
export function originalWords(conflict: Conflict, side: 'was' | 'is', { model, naming }: Reading): string {
  const value = conflict[side];
  if (conflict.kind === 'moved' && typeof value === 'string') {
    const place = findPlace(model.opened.base, value)?.node;
    return place ? nodeLabel(place, naming) : value;
  }
  if (!isNode(value)) return valueWords(value, naming);
  const other = conflict[side === 'was' ? 'is' : 'was'];
  const changed = isNode(other) ? Object.keys(value).filter((name) => !isSame(value[name], other[name])) : [];
  const settings = changed.filter((name) => name !== 'label' && name !== 'title');
  const told = settings.flatMap((name) =>
    hasText(`screens.property.${name}`)
      ? `${t(`screens.property.${name}`)}: ${valueWords(value[name], naming)}`
      : [],
  );
  return [nodeLabel(value, naming), ...told].join(' · ');
}

export const ownWords = ({ operation }: Conflict, naming: Naming): string =>
  operation.op === 'set' ? valueWords(operation.value, naming) : t(`screens.op.${operation.op}`);

interface Reading {
  model: DesignModel;
  naming: Naming;
}

/** Where theirs is taken, that one change goes; saving then stands on the original as it is now. */
export function settleUpgrade(model: DesignModel, theirs: ReadonlySet<Conflict>): void {
  const isGone = (operation: Operation): boolean =>
    [...theirs].some((conflict) => isSameChange(conflict.operation, operation));
  const left = model.operations().filter((operation) => !isGone(operation));
  for (const operation of model.keep) if (isGone(operation)) model.discard(operation);
  model.replace(applyOverlay(model.opened.base, left).tree);
  model.isSettled = true;
}

/** A part may have several settings changed: each is a change of its own. */
export const isSameChange = (one: Operation, other: Operation): boolean =>
  one.op === other.op &&
  operationId(one) === operationId(other) &&
  (one.op !== 'set' || other.op !== 'set' || one.path === other.path);

const isNode = (value: unknown): value is TreeNode =>
  typeof value === 'object' && value !== null && 'node' in value && 'id' in value;

function valueWords(value: unknown, naming: Naming): string {
  if (value === null || value === undefined || value === '') return t('screens.none');
  const text = textOf(value, naming.texts);
  return typeof text === 'string' && text ? text : JSON.stringify(value);
}
