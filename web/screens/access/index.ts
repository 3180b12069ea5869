import './texts.ts';
import './rl-account-page.ts';
import './rl-audit-page.ts';
import './rl-packs-page.ts';
import './rl-person-page.ts';
import './rl-roles-page.ts';
