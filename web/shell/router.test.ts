import { expect, test } from 'vitest';
import { matchRoute } from './router.ts';

test.each([
  ['/', { name: 'home' }],
  ['/setup', { name: 'home' }],
  ['/inbox', { name: 'inbox' }],
  ['/r/opportunity', { name: 'entity', entity: 'opportunity' }],
  ['/r/opportunity/board', { name: 'board', entity: 'opportunity' }],
  ['/r/opportunity/list/', { name: 'list', entity: 'opportunity' }],
  ['/r/x_y/0198', { name: 'record', entity: 'x_y', id: '0198' }],
  ['/flows/opportunity-follow-up', { name: 'flow', key: 'opportunity-follow-up' }],
  ['/decisions/find-the-limit', { name: 'decision', key: 'find-the-limit' }],
  ['/instances', { name: 'instances' }],
  ['/jobs', { name: 'jobs' }],
  ['/operations', { name: 'operations' }],
  ['/instances/7', { name: 'instance', id: '7' }],
  ['/import/account', { name: 'import', target: 'account' }],
  ['/settings', { name: 'settings', page: 'people', item: '' }],
  ['/settings/roles', { name: 'settings', page: 'roles', item: '' }],
  ['/nowhere/at/all', { name: 'not-found' }],
])('%s', (path, route) => {
  expect(matchRoute(path)).toEqual(route);
});
