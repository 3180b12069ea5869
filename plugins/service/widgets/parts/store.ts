/** What a browser remembers for this widget; pages may forbid it, and then it is forgotten with the page. */
const kept = new Map<string, string>();

export function remember(name: string, value: string | null): void {
  if (value === null) kept.delete(name);
  else kept.set(name, value);
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // It stays in `kept`.
  }
}

export function recall(name: string): string | null {
  try {
    return localStorage.getItem(name) ?? kept.get(name) ?? null;
  } catch {
    return kept.get(name) ?? null;
  }
}
