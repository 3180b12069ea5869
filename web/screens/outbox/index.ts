import './texts.ts';
export { RlOutboxScreen } from './rl-outbox-screen.ts';
