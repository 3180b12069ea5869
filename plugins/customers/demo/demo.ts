import type { DemoServices, Values } from '../../../core/index.ts';
import { companies } from './companies.ts';
import { chineseFamilyNames, chineseGivenNames, familyNames, givenNames, jobTitles } from './people.ts';

/** Forty companies and two or three people in each, a year old. */
export async function demo(services: DemoServices): Promise<void> {
  const past = services.as({ at: services.now - 365 * 86_400_000 });
  const ids = await past.create(
    'account',
    companies.map((company) => accountValues(services, company)),
  );
  const idByName = new Map(companies.map(([name], index) => [name, ids[index]]));
  await past.update(
    'account',
    companies.flatMap(([, , , parent], index) =>
      parent ? [{ id: ids[index] ?? '', values: { subsidiaryOf: idByName.get(parent) } }] : [],
    ),
  );
  const contacts = companies.flatMap(([name, , city], index) =>
    Array.from({ length: 2 + (index % 2) }, () =>
      contactValues(services, { company: name, city, account: ids[index] }),
    ),
  );
  await past.create('contact', contacts);
}

function accountValues({ random }: DemoServices, [name, sector, city]: (typeof companies)[number]): Values {
  const employees = Math.round(12 * 10 ** (random() * 2.4));
  const slug = slugOf(name);
  return {
    name,
    sector,
    officeLocation: city,
    yearEstablished: 1950 + Math.floor(random() * 70),
    employees,
    revenue: Math.round(employees * (0.08 + random() * 0.2) * 100) / 100,
    ...(slug === '' ? {} : { website: `https://${slug}.example` }),
  };
}

function contactValues(
  { random }: DemoServices,
  at: { company: string; city: string; account: string | undefined },
): Values {
  const isChinese = /\p{Script=Han}/u.test(at.company);
  const name = isChinese
    ? `${pick(chineseFamilyNames, random())}${pick(chineseGivenNames, random())}`
    : `${pick(givenNames, random())} ${pick(familyNames, random())}`;
  const slug = slugOf(at.company);
  return {
    name,
    account: at.account,
    city: at.city,
    title: pick(jobTitles, random()),
    ...birthdayOf(random()),
    ...(isChinese ? {} : { email: `${slugOf(name).replaceAll('-', '.')}@${slug}.example` }),
  };
}

/** Of one in two it is known; between 25 and 60 years old. */
const birthdayOf = (at: number): Values =>
  at < 0.5 ? { birthday: new Date(at * 2 * 35 * 365.25 * 86_400_000).toISOString().slice(0, 10) } : {};

const pick = <T>(list: readonly T[], at: number): T | undefined => list[Math.floor(at * list.length)];

/** Latin letters only: `Dvořák` becomes `dvorak`, a Chinese name nothing. */
const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
