import type { Place } from './place.ts';

/** The text `deploy.place.<key>`, filled. */
export type PlaceTexts = (key: string, params: Record<string, string>) => string;

/** A place with its kind: “the gateway after “Ask the head””. */
export const placeWords = (place: Place, texts: PlaceTexts): string => {
  const kind = texts(place.kind, {});
  const at = standsAt(place, texts);
  return at ? texts('at', { kind, at }) : texts('only', { kind });
};

/** The same behind a word that says the kind: “after “Ask the head””; empty where nothing near has a name. */
export const standsBehindKind = (place: Place, texts: PlaceTexts): string => {
  const at = standsAt(place, texts);
  return at && texts('its', { at });
};

const standsAt = ({ side, name, from, to }: Place, texts: PlaceTexts): string => {
  const end = (of: string | Place): string =>
    typeof of === 'string' ? texts('quoted', { name: of }) : placeWords(of, texts);
  if (from !== undefined && to !== undefined) return texts('between', { from: end(from), to: end(to) });
  return side && name ? texts(side, { name }) : '';
};
