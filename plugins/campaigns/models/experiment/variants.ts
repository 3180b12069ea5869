import { z } from 'zod';

export const variantShape = z.strictObject({
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'variant-key'),
  name: z.string().trim().min(1).max(80),
  share: z.number().min(0).max(1_000_000),
});
export type Variant = z.output<typeof variantShape>;

/** The first is the control. */
export const variantsShape = z
  .array(variantShape)
  .min(2)
  .max(10)
  .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, 'variant-twice')
  .refine((all) => all.every(({ share }) => share > 0), 'variant-no-share');

const usual: readonly Variant[] = [
  { key: 'a', name: 'A', share: 50 },
  { key: 'b', name: 'B', share: 50 },
];

/** As they are kept; two equal halves where nobody has said anything. */
export function variantsOf(kept: unknown): readonly Variant[] {
  const read = variantsShape.safeParse(kept);
  return read.success ? read.data : usual;
}
