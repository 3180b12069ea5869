export const rhythms = ['day', 'week', 'month'] as const;
export type Rhythm = (typeof rhythms)[number];

/** That somebody wants a report or a dashboard by mail. It is theirs alone, and so is what it shows. */
export interface Subscription {
  id: string;
  kind: 'report' | 'dashboard';
  target: string;
  /** Null where its reader no longer finds it. */
  name: string | null;
  rhythm: Rhythm;
  language: 'en' | 'zh-CN';
  dueAt: Date;
  outcome: 'sent' | 'unseen' | 'failed' | null;
  endedAt: Date | null;
}
