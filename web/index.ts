/** Everything that an element of a plugin may import from the browser part. What is not here may change with any version. */
import './components/rl-avatar.ts';
import './components/rl-button.ts';
import './components/rl-empty.ts';
import './components/rl-icon.ts';
import './components/rl-menu.ts';
import './components/rl-picker.ts';
import './components/rl-problem.ts';
import './components/rl-select.ts';
import './components/rl-skeleton.ts';
import './components/rl-tag.ts';
import './components/rl-time.ts';

export { askPerson, type Question } from './components/rl-question.ts';
export { showProblem, showToast } from './components/toast.ts';
export { metaContext } from './context/meta.ts';
export { findPeople, findRecords, type Choice } from './data/choices.ts';
export { api, ApiProblem } from './data/client.ts';
export { flowNames, loadVersionXml } from './data/flows.ts';
export { formatDate, formatMoney, formatNumber, monthName, type Money } from './data/format.ts';
export { gather } from './data/gather.ts';
export { addTexts, hasText, locale, t } from './data/i18n.ts';
export { onLive } from './data/live.ts';
export { entityOf, may, type Meta, type MetaEntity, type MetaField } from './data/meta.ts';
export {
  aggregate,
  createRecord,
  deleteRecord,
  listRecords,
  updateRecord,
  type RecordItem,
  type Reference,
} from './data/records.ts';
export { referenceName } from './data/reference-name.ts';
export { findUsers, listTeams, type Team, type User } from './data/users.ts';
export { whoStandsWhere } from './data/who-stands-where.ts';
export { base } from './styles/base.ts';
export { buttons } from './styles/buttons.ts';
export { controls } from './styles/controls.ts';

/** Defines `rl-diagram`, which draws a flow with badges. */
export const loadDiagram = (): Promise<unknown> => import('../designer/canvas/rl-diagram.ts');
