import type { ImportState } from '../../data/imports.ts';

const tones: Record<ImportState, string> = {
  ready: 'neutral',
  running: 'accent',
  stopping: 'warn',
  stopped: 'warn',
  completed: 'good',
  failed: 'bad',
};

export const stateTone = (state: ImportState): string => tones[state];
