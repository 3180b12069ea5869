import type { InstanceItem } from './instances.ts';

const tones: Record<InstanceItem['state'], string> = {
  active: 'accent',
  completed: 'good',
  terminated: 'neutral',
  failed: 'bad',
  suspended: 'warn',
  incident: 'bad',
};

export const stateTone = (state: InstanceItem['state']): string => tones[state] ?? 'neutral';
