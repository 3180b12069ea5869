/**
 * Many JSON texts as one parameter: joined by the record separator, which JSON text never holds raw, and taken
 * apart by `string_to_array(…, chr(30))`. A PostgreSQL array literal would escape every quote on both sides.
 */
export const packTexts = (texts: readonly string[]): string => texts.join('\u001e');
