import { expect, test } from 'vitest';
import { nextSteps } from './next-steps.ts';

const usd = (amount: string) => ({ amount, currency: 'USD' });
const audience = { id: 'a', title: 'Hospitals' };
const template = { id: 't', title: 'Spring letter' };
const today = '2026-12-01';
const next = (campaign: Record<string, unknown>) => nextSteps(campaign, today);
const statesOf = (campaign: Record<string, unknown>) =>
  Object.fromEntries(next(campaign)?.steps.map(({ id, state }) => [id, state]) ?? []);

test('a draft wants somebody to write to, something to send, and a yes to its budget', () => {
  expect(statesOf({ state: 'draft', budget: usd('3000') })).toEqual({
    audience: 'open',
    content: 'open',
    budget: 'open',
  });
  expect(next({ state: 'draft', audience, template })).toMatchObject({ isReady: true });
});

test('a budget waits until it is agreed to, and is asked for again when it grows', () => {
  expect(statesOf({ state: 'waiting', budget: usd('3000') })['budget']).toBe('waits');
  const agreed = { state: 'approved', approvedBudget: usd('3000') };
  expect(statesOf({ ...agreed, budget: usd('3000') })['budget']).toBe('done');
  expect(statesOf({ ...agreed, budget: usd('3000.01') })['budget']).toBe('open');
  expect(statesOf({ ...agreed, budget: { amount: '10', currency: 'EUR' } })['budget']).toBe('open');
});

test('a journey says itself who enters and what is sent; a campaign that runs with nothing to send says so', () => {
  expect(next({ state: 'draft', journey: 'first-offer' })).toMatchObject({ isReady: true });
  expect(next({ state: 'running', journey: 'first-offer' })).toBeNull();
  expect(statesOf({ state: 'running', audience })['content']).toBe('open');
  expect(next({ state: 'finished' })).toBeNull();
});

test('it can begin by itself on a first day that is still to come', () => {
  expect(next({ state: 'draft', audience, template, startDate: '2026-12-02' })?.day).toBe('2026-12-02');
  for (const startDate of [today, '2026-11-30', null])
    expect(next({ state: 'draft', startDate })?.day).toBeNull();
});
