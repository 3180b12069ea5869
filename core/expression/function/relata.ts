import { askHost, hostFunctions } from '../host.ts';
import { finish } from '../finish.ts';
import { typeName } from '../value.ts';
import { refuseArgument, type BuiltIn, type Call, type Family } from './built-in.ts';
import { raise } from '../expression-error.ts';

const currencyCode = /^[A-Z]{3}$/;

/** The amount and its currency as the API writes money: `{amount: "12.50", currency: "USD"}`. */
function currency([amount, code]: unknown[]): unknown {
  if (typeof amount !== 'number') {
    if (amount !== undefined && amount !== null) return refuseArgument('currency', 1, amount);
    return raise('expression.nothing', { operator: '$currency', side: 'left', found: typeName(amount) });
  }
  if (typeof code !== 'string' || !currencyCode.test(code)) return refuseArgument('currency', 2, code);
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions();
  return { amount: amount.toFixed(digits.maximumFractionDigits ?? 2), currency: code };
}

function log([value]: unknown[], call: Call): unknown {
  const logged = finish(value, call.context.meter.limits);
  if (logged !== undefined) call.context.env.log?.(logged);
  return value;
}

const host = (name: string): BuiltIn => ({
  signature: '<x+:x>',
  arity: 2,
  run: (args, call) =>
    askHost(call.context, { name, args: args.map((arg) => finish(arg, call.context.meter.limits) ?? null) }),
});

/** Relata's own beside the calendar: `$log` gives its value back, `$currency` makes money. */
export const relata: Family = {
  log: { signature: '<x:x>', arity: 1, run: log },
  currency: { signature: '<xx:o>', arity: 2, run: currency },
  ...Object.fromEntries(hostFunctions.map((name) => [name, host(name)])),
};
