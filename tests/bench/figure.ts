export interface Figure {
  what: string;
  value: number;
  unit: string;
  /** What it is held against: a floor or a peer in the same run, or a fixed bound. */
  against?: string;
  /** Undefined where it only orients. */
  isMet?: boolean;
}

const digits = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

export function printTable(figures: readonly Figure[]): void {
  const rows = figures.map(({ what, value, unit, against = '', isMet }) => [
    what,
    `${digits.format(value)} ${unit}`,
    against,
    isMet === undefined ? '' : isMet ? 'yes' : 'NO',
  ]);
  const all = [['what', 'measured', 'held against', 'met'], ...rows];
  const wide = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  console.log('');
  for (const row of all)
    console.log(
      row
        .map((cell, column) => (column === 1 ? cell.padStart(wide[1] ?? 0) : cell.padEnd(wide[column] ?? 0)))
        .join('  '),
    );
}

export const ratio = (value: number, floor: number): string =>
  `${(value / floor).toFixed(2)} of ${digits.format(floor)}`;
