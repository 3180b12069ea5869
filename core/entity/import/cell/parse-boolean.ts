const yes = new Set(['true', 'yes', 'y', '1', 'x', 'on', '是', '对', '有', '真', 't', '✓']);
const no = new Set(['false', 'no', 'n', '0', 'off', '否', '不', '无', '假', 'f', '-']);

export function parseBoolean(text: string): boolean | null {
  const value = text.trim().toLowerCase();
  if (yes.has(value)) return true;
  return no.has(value) ? false : null;
}
