import './texts.ts';
export { RlOperationsScreen } from './rl-operations-screen.ts';
export { RlInstancesScreen } from './rl-instances-screen.ts';
