import {
  parsed,
  refused,
  type CommonOptions,
  type Field,
  type FieldTypeSpec,
  type Given,
} from './field-type.ts';

/** WGS 84, degrees. */
export interface GeoPoint {
  lat: number;
  lng: number;
}

export const geoPointType: FieldTypeSpec = {
  type: 'geoPoint',
  kind: 'opaque',
  isSortable: false,
  columns: () => [
    { suffix: '_lat', type: 'double precision' },
    { suffix: '_lng', type: 'double precision' },
  ],
  parse(value) {
    if (value === '') return parsed(null);
    const [lat, lng] = pairOf(value);
    const isPoint =
      typeof lat === 'number' && typeof lng === 'number' && Math.abs(lat) <= 90 && Math.abs(lng) <= 180;
    return isPoint ? parsed({ lat: rounded(lat), lng: rounded(lng) }) : refused('not-geo-point');
  },
  toColumns(value) {
    // The canonical form that `parse` gave.
    const { lat, lng } = value as GeoPoint;
    return [String(lat), String(lng)];
  },
  fromColumns: ([lat, lng]) => ({ lat: Number(lat), lng: Number(lng) }),
  text(value) {
    const { lat, lng } = value as GeoPoint;
    return `${lat}, ${lng}`;
  },
};

/** `{lat, lng}`, or `52.52, 13.405` as maps copy it. */
function pairOf(value: unknown): [unknown, unknown] {
  if (typeof value === 'string') {
    const found = /^\s*(-?\d{1,3}(?:\.\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(value);
    return found ? [Number(found[1]), Number(found[2])] : [null, null];
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [null, null];
  const { lat, lng, ...rest } = value as Partial<GeoPoint>;
  return Object.keys(rest).length > 0 ? [null, null] : [lat, lng];
}

/** A seventh decimal place is a centimetre. */
const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

/** A place on the earth. */
export const geoPoint = <const O extends Omit<CommonOptions<GeoPoint>, 'unique'>>(
  options?: O,
): Field<Given<GeoPoint, O>> => ({ ...options, type: 'geoPoint' });
