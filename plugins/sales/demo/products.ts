/** Measuring instruments of a company that does not exist; prices in the company's currency. */
export const products = [
  { name: 'Lumen 10', series: 'Lumen', salesPrice: 480 },
  { name: 'Lumen 40', series: 'Lumen', salesPrice: 1260 },
  { name: 'Lumen 40 Field', series: 'Lumen', salesPrice: 1890 },
  { name: 'Tessera Basic', series: 'Tessera', salesPrice: 95 },
  { name: 'Tessera Pro', series: 'Tessera', salesPrice: 3400 },
  { name: 'Argus', series: 'Argus', salesPrice: 5200 },
  { name: 'Argus Lab', series: 'Argus', salesPrice: 18_900 },
] as const;
