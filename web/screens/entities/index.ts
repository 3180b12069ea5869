import './texts.ts';
import './rl-entities.ts';
