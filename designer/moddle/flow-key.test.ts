import { describe, expect, it } from 'vitest';
import { idFromLabel } from './field-id.ts';
import { flowKey, isFlowKey } from './flow-key.ts';

describe('flowKey', () => {
  it.each([
    ['Opportunity follow-up', 'opportunity-follow-up'],
    ['  Rabatt für Großkunden! ', 'rabatt-fur-gro-kunden'],
    ['3 days later', 'flow-3-days-later'],
    ['商机跟进', 'sjgj'],
    ['检查 Lift 电梯', 'jc-lift-dt'],
    ['！', 'flow'],
    ['', 'flow'],
  ])('makes %s to %s', (name, key) => {
    expect(flowKey(name)).toBe(key);
    expect(isFlowKey(flowKey(name))).toBe(true);
  });

  it('counts on when the key is taken', () => {
    expect(flowKey('！', ['flow', 'flow-2'])).toBe('flow-3');
  });
});

describe('idFromLabel', () => {
  it.each([
    ['field1', '检查结果', 'jcjg'],
    ['field2', 'In', 'in2'],
    ['field3', 'Cost', 'cost2'],
    ['field4', '？', 'field4'],
    ['approved', 'Is it approved?', 'approved'],
  ])('calls %s that is labelled %s %s', (before, label, id) => {
    expect(idFromLabel(label, { before, taken: ['cost'] })).toBe(id);
  });
});
