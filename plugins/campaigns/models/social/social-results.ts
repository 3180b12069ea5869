import { Problem, type RecordService } from '../../../../core/index.ts';

export interface SocialResults {
  /** Posts that are out, and those that are to come. */
  posted: number;
  planned: number;
  /** At how many accounts. */
  places: number;
  /** What the networks told: null where none tells it. */
  likes: number | null;
  shares: number | null;
  replies: number | null;
}

/** Of the posts of a campaign that the actor sees; null where it has none, and for who may see no posts. */
export const socialResults = (records: RecordService, campaign: string): Promise<SocialResults | null> =>
  read(records, campaign).catch((error: unknown) => {
    if (error instanceof Problem && error.status === 403) return null;
    throw error;
  });

async function read(records: RecordService, campaign: string): Promise<SocialResults | null> {
  const posts = await records.aggregate('social-post', {
    filter: { campaign: { eq: campaign } },
    group: [{ field: 'status' }],
    measures: [{ function: 'count' }],
  });
  if (posts.rows.length === 0) return null;
  const { rows } = await records.aggregate('social-target', {
    filter: { 'post.campaign': { eq: campaign }, state: { eq: 'posted' } },
    measures: [
      { function: 'count' },
      { function: 'sum', field: 'likes' },
      { function: 'sum', field: 'shares' },
      { function: 'sum', field: 'replies' },
    ],
  });
  const values = rows[0]?.values ?? {};
  const count = (status: string): number =>
    Number(posts.rows.find(({ group }) => group['status'] === status)?.values['count'] ?? 0);
  return {
    ...{ posted: count('posted'), planned: count('planned') + count('review') },
    places: Number(values['count'] ?? 0),
    ...{ likes: told(values['sum.likes']), shares: told(values['sum.shares']) },
    replies: told(values['sum.replies']),
  };
}

const told = (sum: unknown): number | null => (sum === null || sum === undefined ? null : Number(sum));
