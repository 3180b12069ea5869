/** A binary operator on evaluated sides. The closures and the isolated interpreter call the same functions. */
export type Operator = (left: unknown, right: unknown, isStrict: boolean, position?: number) => unknown;
