/** The address in `Zoe Zhang <zoe@example.com>`, in small letters; empty for a name alone. */
export function addressOf(sender: unknown): string {
  const text = String(sender ?? '').toLowerCase();
  const inside = /<([^<>]*)>$/.exec(text)?.[1] ?? text;
  return inside.includes('@') ? inside.trim() : '';
}
