import { expect, test } from 'vitest';
import { nextSteps } from './next-steps.ts';

const usd = (amount: string) => ({ amount, currency: 'USD' });
const audience = { id: 'a', title: 'Hospitals' };
const template = { id: 't', title: 'Spring letter' };
const statesOf = (campaign: Record<string, unknown>) =>
  Object.fromEntries(nextSteps(campaign)?.steps.map(({ id, state }) => [id, state]) ?? []);

test('a draft wants somebody to write to, something to send, and a yes to its budget', () => {
  expect(statesOf({ state: 'draft', budget: usd('3000') })).toEqual({
    audience: 'open',
    content: 'open',
    budget: 'open',
  });
  expect(nextSteps({ state: 'draft', audience, template })).toMatchObject({ isReady: true });
});

test('a budget waits until it is agreed to, and is asked for again when it grows', () => {
  expect(statesOf({ state: 'waiting', budget: usd('3000') })['budget']).toBe('waits');
  const agreed = { state: 'approved', approvedBudget: usd('3000') };
  expect(statesOf({ ...agreed, budget: usd('3000') })['budget']).toBe('done');
  expect(statesOf({ ...agreed, budget: usd('3000.01') })['budget']).toBe('open');
  expect(statesOf({ ...agreed, budget: { amount: '10', currency: 'EUR' } })['budget']).toBe('open');
});

test('a journey says itself who enters and what is sent; a campaign that runs with nothing to send says so', () => {
  expect(nextSteps({ state: 'draft', journey: 'first-offer' })).toMatchObject({ isReady: true });
  expect(nextSteps({ state: 'running', journey: 'first-offer' })).toBeNull();
  expect(statesOf({ state: 'running', audience })['content']).toBe('open');
  expect(nextSteps({ state: 'finished' })).toBeNull();
});
