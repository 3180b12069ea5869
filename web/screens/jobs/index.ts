import './texts.ts';
export { RlJobsScreen } from './rl-jobs-screen.ts';
