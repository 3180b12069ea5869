/** An ISO 8601 duration in the three units that do not convert into each other. */
export interface Duration {
  months: number;
  days: number;
  ms: number;
}

const pattern =
  /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Years and months become months, weeks and days become days; null when it is no duration. */
export const parseDuration = (text: string): Duration | null => {
  const parts = pattern.exec(text);
  if (parts === null) return null;
  const [years, months, weeks, days, hours, minutes, seconds] = parts
    .slice(1)
    .map((part) => Number(part ?? 0));
  return {
    months: years! * 12 + months!,
    days: weeks! * 7 + days!,
    ms: Math.round(((hours! * 60 + minutes!) * 60 + seconds!) * 1000),
  };
};
