import './texts.ts';
import './decision/rl-decision-list.ts';
import './screens/rl-flow-list.ts';
import { defineLazyScreen } from './screens/lazy-screen.ts';

defineLazyScreen('rl-flow-designer', {
  screen: 'rl-designer-screen',
  attribute: 'flow-key',
  load: () => import('./screens/rl-designer-screen.ts'),
});
defineLazyScreen('rl-instance-view', {
  screen: 'rl-instance-screen',
  attribute: 'instance-id',
  load: () => import('./screens/rl-instance-screen.ts'),
});
defineLazyScreen('rl-decision-view', {
  screen: 'rl-decision-page',
  attribute: 'decision-key',
  load: () => import('./decision/rl-decision-page.ts'),
});
