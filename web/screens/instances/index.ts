import './texts.ts';
export { RlInstancesScreen } from './rl-instances-screen.ts';
