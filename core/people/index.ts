export { countVisible } from './roles/count-visible.ts';
export { roleViews, type RoleView } from './roles/role-view.ts';
export { rolePart } from './roles/role-part.ts';
export { removeRole, saveRole } from './roles/save-role.ts';
export type { RolesParts } from './roles/parts.ts';
export { changePerson, type ChangePerson, type PersonParts } from './person/change-person.ts';
export { endShare, shareRecord } from './share/share-record.ts';
export { holderNames, sharesOfRecord, type ShareParts } from './share/shares.ts';
export { tellWhy } from './why/tell-why.ts';
