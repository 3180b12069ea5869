import './texts.ts';
import './rl-roles-page.ts';
