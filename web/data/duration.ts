import { t } from './i18n.ts';

const units = [
  ['days', 86_400],
  ['hours', 3_600],
  ['minutes', 60],
  ['seconds', 1],
] as const;

/** `1 h 30 min` for 5400 seconds. */
export function formatDuration(seconds: number): string {
  if (seconds === 0) return t('duration.minutes', { count: 0 });
  let rest = Math.abs(seconds);
  const parts: string[] = [];
  for (const [name, size] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(t(`duration.${name}`, { count }));
  }
  return (seconds < 0 ? '−' : '') + parts.join(' ');
}
