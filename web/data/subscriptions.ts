import type { Subscription as Kept } from '../../core/report/subscription/subscription.ts';
import { api } from './client.ts';

export type Subscription = Omit<Kept, 'dueAt' | 'endedAt'> & { dueAt: string; endedAt: string | null };
export type SubscriptionInput = Pick<Subscription, 'kind' | 'target' | 'rhythm' | 'language'>;

const path = '/api/subscriptions';

export const listSubscriptions = async (): Promise<Subscription[]> =>
  (await api.get<{ items: Subscription[] }>(path)).items;
export const saveSubscription = (input: SubscriptionInput): Promise<Subscription> => api.put(path, input);
export const removeSubscription = (id: string): Promise<unknown> => api.delete(`${path}/${id}`);
export const sendSubscription = (id: string): Promise<unknown> => api.post(`${path}/${id}/send`);
