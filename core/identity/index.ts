export { createAuth, type Auth } from './auth.ts';
export { createIdentity, type Identity } from './identity.ts';
export { ensurePeople, type PersonOutcome, type PersonRow } from './people.ts';
export { readSettings, writeSettings, type Company } from './settings.ts';
export { ensureTeam, listTeams, type Team } from './teams.ts';
export { listPeople, readPerson, savePerson, savePersonIn, type Person, type PersonChange } from './users.ts';
export { listKeys, makeKey, removeKey, type ApiKey } from './keys.ts';
export { newToken, tokenHash } from './secret-token.ts';
export { endOtherSessions, endSession, listSessions, type Session } from './sessions.ts';
