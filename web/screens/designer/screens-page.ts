import './texts.ts';
import './rl-screens-page.ts';
