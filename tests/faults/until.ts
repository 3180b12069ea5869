/** Asks again and again until it is so; throws with the last answer when it never is. */
export async function until<T>(
  what: string,
  look: () => Promise<T | false | undefined>,
  seconds = 60,
): Promise<T> {
  let last: unknown;
  for (const end = Date.now() + seconds * 1_000; Date.now() < end;) {
    try {
      const found = await look();
      if (found !== false && found !== undefined) return found;
      last = found;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Not within ${seconds} s: ${what}`, { cause: last });
}
