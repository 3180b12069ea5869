import {
  parsed,
  refused,
  type CommonOptions,
  type Field,
  type FieldTypeSpec,
  type Given,
} from './field-type.ts';
import { plainText } from './plain-text.ts';
import { textType } from './text.ts';

/** RFC 5321: 254 characters; the pattern is that of HTML's e-mail input, with a dot asked for in the domain. */
const pattern =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~\-\u0080-\uffff]{1,64}@[a-z0-9\u0080-\uffff](?:[a-z0-9-\u0080-\uffff]{0,62})(?:\.[a-z0-9\u0080-\uffff][a-z0-9-\u0080-\uffff]{0,62})+$/;

/** Of an address in lower case: whether an e-mail field takes it. */
export const isEmail = (address: string): boolean => address.length <= 254 && pattern.test(address);

export const emailType: FieldTypeSpec = {
  ...textType,
  type: 'email',
  parse(value) {
    const text = plainText(value, 254);
    if (!text.ok || text.value === null) return text;
    const address = String(text.value).toLowerCase();
    return isEmail(address) ? parsed(address) : refused('not-email', { value: address.slice(0, 80) });
  },
};

/** An e-mail address, stored in lower case. */
export const email = <const O extends CommonOptions<string>>(options?: O): Field<Given<string, O>> => ({
  ...options,
  type: 'email',
});
