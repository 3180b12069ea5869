/** ASCII alone, so that the Chinese words after an address are not part of it; nor is what ends a sentence. */
const address = /(https?:\/\/[!#-;=?-~]*[#-&*+\-/-9=@-Z^-z~])/gi;

export interface TextPart {
  text: string;
  isLink: boolean;
}

/** A text in which addresses of the web can be followed: each leads to just what one reads. */
export const linkParts = (text: string): TextPart[] =>
  text
    .split(address)
    .map((part, place) => ({ text: part, isLink: place % 2 === 1 && URL.canParse(part) }))
    .filter((part) => part.text !== '');
