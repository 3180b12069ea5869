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

export const urlType: FieldTypeSpec = {
  ...textType,
  type: 'url',
  parse(value) {
    const text = plainText(value, 2000);
    if (!text.ok || text.value === null) return text;
    const written = String(text.value);
    const address = /^[a-z][a-z0-9+.-]*:/i.test(written) ? written : `https://${written}`;
    // `javascript:` and its like must never become a link on somebody's page.
    const isLink = /^https?:\/\/[^\s]+\.[^\s]+$/i.test(address) && URL.canParse(address);
    return isLink ? parsed(address) : refused('not-url', { value: written.slice(0, 80) });
  },
};

/** A web address (http or https); `https://` is added where it is missing. */
export const url = <const O extends CommonOptions<string>>(options?: O): Field<Given<string, O>> => ({
  ...options,
  type: 'url',
});
