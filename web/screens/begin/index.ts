import './texts.ts';
export { RlBeginPage } from './rl-begin-page.ts';
