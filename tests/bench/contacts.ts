/** Made-up contacts, the same each time. `city` has a hundred values, so that a filter by it keeps one in a hundred. */
export interface BenchContact {
  name: string;
  title: string;
  email: string;
  phone: string;
  city: string;
}

const given = [
  'Ada',
  'Bram',
  'Carys',
  'Declan',
  'Elif',
  'Felix',
  'Giulia',
  'Hugo',
  'Ines',
  'Jonas',
  '晓雯',
  '志远',
];
const family = [
  'Abbott',
  'Bergström',
  'Castillo',
  'Dvořák',
  'Eriksen',
  'Fontaine',
  'Grewal',
  'Hoekstra',
  'Iversen',
];
const titles = ['Engineer', 'Buyer', 'Director', 'Manager', 'Analyst', 'Nurse', 'Teacher'];

export function contactAt(index: number): BenchContact {
  // Spreads neighbours over the alphabet, as real files are.
  const mixed = Math.imul(index + 1, 2_654_435_761) >>> 0;
  return {
    name: `${given[mixed % given.length]} ${family[(mixed >>> 8) % family.length]} ${mixed.toString(36)}`,
    title: titles[mixed % titles.length] ?? '',
    email: `c${index}@example.com`,
    phone: `+4420${String(10_000_000 + (index % 90_000_000))}`,
    city: `City ${String((mixed >>> 4) % 100).padStart(2, '0')}`,
  };
}

export function* contactsCsv(count: number): Generator<Buffer> {
  let chunk = 'name,title,email,phone,city\n';
  for (let index = 0; index < count; index++) {
    const { name, title, email, phone, city } = contactAt(index);
    chunk += `${name},${title},${email},${phone},${city}\n`;
    if (chunk.length > 65_536) {
      yield Buffer.from(chunk);
      chunk = '';
    }
  }
  yield Buffer.from(chunk);
}
