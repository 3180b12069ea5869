/** What a campaign can be measured by. */
export const goalFigures = ['leads', 'sign-ups', 'clicks', 'sales', 'revenue', 'redemptions'] as const;
export type GoalFigure = (typeof goalFigures)[number];
