/** The first words, in one line. */
export const summary = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, 160) || '…';
