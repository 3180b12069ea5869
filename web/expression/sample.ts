/** The record that expressions are tried on while they are written: one per entity, kept while the tab is open. */
import type { Choice } from '../data/choices.ts';

export const sampleChanged = new EventTarget();

const key = (entity: string): string => `rl.sample.${entity}`;

export function sampleOf(entity: string): Choice | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key(entity)) ?? 'null');
    return isChoice(kept) ? kept : null;
  } catch {
    return null;
  }
}

export function chooseSample(entity: string, choice: Choice | null): void {
  if (choice) sessionStorage.setItem(key(entity), JSON.stringify({ id: choice.id, title: choice.title }));
  else sessionStorage.removeItem(key(entity));
  sampleChanged.dispatchEvent(new Event('change'));
}

const isChoice = (value: unknown): value is Choice =>
  typeof value === 'object' && value !== null && 'id' in value && 'title' in value;
