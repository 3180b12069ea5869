/** Who gets the work, as people say it; the values are the JSONata of `relata:assignment`. */
export type AssigneePreset =
  | 'owner'
  | 'ownerManager'
  | 'starter'
  | 'person'
  | 'field'
  | 'role'
  | 'expression'
  | 'nobody';

export const presetExpressions = {
  owner: '$subject.owner.id',
  ownerManager: '$manager($subject.owner.id)',
  starter: '$actor.id',
} as const;

export interface WhoSources {
  assignee: string;
  candidateRoles: string;
  candidateUsers?: string;
}

/** The preset that says what the expressions say. */
export const readPreset = ({ assignee, candidateRoles, candidateUsers = '' }: WhoSources): AssigneePreset => {
  // A person may be named by the record or by its id.
  const source = assignee.replace(/\s+/g, '').replace(/\b(owner|actor)(?=\)?$)/, '$1.id');
  if (source === presetExpressions.owner) return 'owner';
  if (source === presetExpressions.ownerManager) return 'ownerManager';
  if (source === presetExpressions.starter) return 'starter';
  if (/^'[0-9a-f]{8}-[0-9a-f-]{27}'$/i.test(source)) return 'person';
  if (/^\$subject(\.\w+){1,2}\.id$/.test(source)) return 'field';
  if (source) return 'expression';
  return candidateRoles.trim() || candidateUsers.trim() ? 'role' : 'nobody';
};

/** The roles, or people, named in `['sales.seller']` or `'sales.seller'`; null for other expressions. */
export const readRoles = (source: string): string[] | null => {
  const text = source.trim();
  if (text === '') return [];
  if (!/^(\[\s*)?'[^']*'(\s*,\s*'[^']*')*(\s*\])?$/.test(text)) return null;
  return [...text.matchAll(/'([^']*)'/g)].map((found) => found[1] ?? '');
};

export const writeRoles = (roles: readonly string[]): string =>
  roles.length === 0 ? '' : `[${roles.map((role) => `'${role}'`).join(', ')}]`;
