/** A tile of a dashboard that shows one of this plugin's reports; `width`: of twelve columns. */
export const reportTile = (id: string, width: number) => ({
  ...{ id, width, node: 'report' as const },
  report: `analytics.${id}`,
});
