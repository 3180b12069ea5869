/** Made up: a given and a family name are put together at random. */
const words = (text: string): readonly string[] => text.split(' ');

export const givenNames = words(
  'Adele Amir Beatriz Callum Dario Edith Farah Gareth Hana Ingrid Jonas Kira Leon Maya Nils Olga Priya Rosa Samir Vera',
);
export const familyNames = words(
  'Abbott Bergström Castillo Dvořák Eriksen Fontaine Grewal Hoekstra Iversen Kowalski Lombardi Novak Okafor Takeda',
);
export const chineseFamilyNames = words('王 李 张 陈 林 周');
export const chineseGivenNames = words('晓雯 志远 嘉怡 思齐 俊杰 雨桐');

export const jobTitles = [
  'Head of Purchasing',
  'Operations Manager',
  'Chief Engineer',
  'Finance Director',
  'Laboratory Lead',
  'Office Manager',
  'Managing Director',
  'IT Manager',
] as const;
