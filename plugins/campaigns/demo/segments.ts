import type { Values } from '../../../core/index.ts';

/** Segments of the demo company; the last is a list that people keep. */
export const segments: readonly Values[] = [
  {
    name: 'Buyers in software',
    purpose: 'People at software companies that have bought before: news about new products.',
    condition: {
      all: [
        { where: { 'account.sector': { eq: 'software' } } },
        { related: { entity: 'opportunity', by: 'account', from: 'account', count: { gte: 1 } } },
      ],
    },
  },
  {
    name: 'No deal yet',
    purpose: 'People at companies without any opportunity: a first offer.',
    condition: {
      all: [
        { where: { email: { ne: null } } },
        { related: { entity: 'opportunity', by: 'account', from: 'account', count: { eq: 0 } } },
      ],
    },
  },
  {
    name: 'Large companies',
    purpose: 'Companies of two hundred people and more.',
    condition: { all: [{ where: { 'account.employees': { gte: 200 } } }] },
  },
  { name: 'Advisory board', purpose: 'Whom we ask before we decide.' },
];
