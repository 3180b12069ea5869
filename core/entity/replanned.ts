/** PostgreSQL refuses a prepared statement whose table got another shape meanwhile: the transaction runs once more. */
const changedShape = /cached plan must not change result type/;

export async function replanned<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Error && changedShape.test(error.message)) return run();
    throw error;
  }
}
