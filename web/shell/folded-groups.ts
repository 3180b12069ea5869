const key = 'rl.nav.folded';

/** The groups of the navigation that this person has folded away, in this browser. */
export const foldedGroups = (): readonly string[] =>
  (localStorage.getItem(key) ?? '').split(' ').filter(Boolean);

export function toggleGroup(id: string): readonly string[] {
  const others = foldedGroups().filter((each) => each !== id);
  const folded = others.length < foldedGroups().length ? others : [...others, id];
  localStorage.setItem(key, folded.join(' '));
  return folded;
}
