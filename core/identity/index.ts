export { createAuth, type Auth } from './auth.ts';
export { createIdentity, type Identity } from './identity.ts';
export { ensurePeople, type PersonOutcome, type PersonRow } from './people.ts';
export { readSettings, writeSettings, type Company } from './settings.ts';
export { ensureTeam, listTeams, type Team } from './teams.ts';
export { listPeople, readPerson, savePerson, savePersonIn, type Person, type PersonChange } from './users.ts';
