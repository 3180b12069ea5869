/**
 * Waits for the answer to a click and tells whether it was confirmed. On a slow machine the answer may be that it is
 * stored and takes longer; after a kill, that the stored click of before has just been done. Anything else throws.
 */
export async function isConfirmed(click: Promise<unknown>): Promise<boolean> {
  try {
    await click;
    return true;
  } catch (error) {
    if (error instanceof Error && /"code":"(flow-delayed|work-item-completed)"/.test(error.message))
      return false;
    throw error;
  }
}
