import { join } from 'node:path';
import { buildWeb } from '../../core/start/build-web.ts';
import { firstLoad } from '../run/first-load.ts';
import type { Figure } from './figure.ts';

export async function benchSize(root: string): Promise<Figure[]> {
  await buildWeb(root);
  const { kilobytes } = await firstLoad(join(root, 'dist/web'));
  return [
    {
      what: 'JavaScript of the first page',
      value: kilobytes,
      unit: 'kB',
      against: 'under 150',
      isMet: kilobytes < 150,
    },
  ];
}
