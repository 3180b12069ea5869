import { defineEntity, integer, relation, rollup, select, text, type RecordOf } from '../../../core/index.ts';

const states = [
  { value: 'active', color: 'good' },
  { value: 'blocked', color: 'bad' },
] as const;

/** What a buyer types to get a coupon; kept in capitals. */
export const promotionCode = defineEntity({
  id: 'promotion-code',
  title: 'code',
  icon: 'ticket',
  fields: {
    code: text({ required: true, unique: true, max: 40 }),
    promotion: relation('promotion', { onDelete: 'restrict', required: true }),
    state: select({ options: states, required: true, default: 'active' }),
    redemptionLimit: integer({ min: 1 }),
    customer: relation('contact', { onDelete: 'clear' }),
    redeemed: rollup('redemption', 'count', { by: 'code', where: { state: 'redeemed' } }),
  },
  indexes: [['promotion', 'state']],
  rules: {
    capitals: {
      expression: "code = $uppercase(code) and $not($contains(code, ' '))",
      message: {
        en: 'Write the code in capitals without spaces; buyers may type it as they like.',
        'zh-CN': '请使用大写字母且不含空格；顾客可以随意输入大小写。',
      },
      field: 'code',
    },
  },
});
export type PromotionCode = RecordOf<typeof promotionCode>;
