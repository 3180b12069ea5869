import './texts.ts';
export { RlScreenDesigner } from './rl-screen-designer.ts';
