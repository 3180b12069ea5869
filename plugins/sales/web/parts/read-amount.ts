/** `12,500`, `12 500`, `12.5k`; undefined for what is no amount. */
export function readAmount(text: string): string | undefined {
  const [, digits, thousand] = /^([\d.,\s\u00a0’']+)(k|K)?$/.exec(text) ?? [];
  if (!digits) return undefined;
  const plain = digits.replaceAll(/[\s\u00a0’']/g, '').replaceAll(/,(?=\d{3}(\D|$))/g, '');
  const value = Number(plain.replace(',', '.')) * (thousand ? 1_000 : 1);
  return Number.isFinite(value) ? String(Math.round(value * 100) / 100) : undefined;
}
