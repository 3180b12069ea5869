export { RlScreenPreview } from './rl-screen-preview.ts';
