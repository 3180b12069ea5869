import { refuseArgument, ofOne, text, type BuiltIn, type Family } from './built-in.ts';

const coding = (name: string, convert: (value: string) => string): BuiltIn =>
  ofOne('<s-:s>', (value) => {
    try {
      return convert(text(value));
    } catch {
      return refuseArgument(name, 1, value);
    }
  });

/** Percent-encoding. */
export const urls: Family = {
  encodeUrlComponent: coding('encodeUrlComponent', encodeURIComponent),
  encodeUrl: coding('encodeUrl', encodeURI),
  decodeUrlComponent: coding('decodeUrlComponent', decodeURIComponent),
  decodeUrl: coding('decodeUrl', decodeURI),
};
