/** What we use of mjml 5, which brings no types. */
declare module 'mjml' {
  interface Output {
    html: string;
    errors: { line: number; tagName: string; message: string }[];
  }
  export default function mjml(
    source: string,
    options: {
      validationLevel: 'strict' | 'soft' | 'skip';
      ignoreIncludes: boolean;
      fonts: Record<string, string>;
    },
  ): Promise<Output>;
}
