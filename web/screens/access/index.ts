import './texts.ts';
export { RlRolesPage } from './rl-roles-page.ts';
