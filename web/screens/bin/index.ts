import './texts.ts';
export { RlBinDialog } from './rl-bin-dialog.ts';
