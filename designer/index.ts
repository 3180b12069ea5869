import { addTexts, locale, localeChanged, type Texts } from '../web/data/i18n.ts';
import './decision/rl-decision-list.ts';
import './screens/rl-flow-list.ts';
import { defineLazyScreen } from './screens/lazy-screen.ts';

const files = import.meta.glob<Texts>('./locales/*.json', { import: 'default' });

const loadTexts = async (): Promise<void> => {
  const load = files[`./locales/${locale()}.json`];
  if (load) addTexts(locale(), await load());
};
localeChanged.addEventListener('change', () => void loadTexts());
await loadTexts();

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
