import './texts.ts';
export { RlScreensPage } from './rl-screens-page.ts';
