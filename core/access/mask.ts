/** What shows of a masked value: enough to recognise it, not enough to use it: `138****1234`, `a***@shop.cn`. */
export function mask(value: unknown): unknown {
  if (typeof value !== 'string') return null;
  const at = value.lastIndexOf('@');
  if (at > 0) return `${firstOf(value)}***${value.slice(at)}`;
  return value.length >= 9 ? `${value.slice(0, 3)}****${value.slice(-4)}` : `${firstOf(value)}***`;
}

const firstOf = (value: string): string => [...value][0] ?? '';
