/** Runs in a process of its own: MJML, which takes 60 MB to load, and what is written in it, which may take for ever. */
import mjml from 'mjml';
import { serveJobs } from '../../expression/index.ts';

/** HTML, or the first thing that is wrong: in the words of MJML, with the line and the element where it is known. */
export type Framing = { html: string } | { reason: string; line?: number; element?: string };

/** Without fonts from elsewhere: each would tell its server who reads the mail. */
const framing = { validationLevel: 'soft', ignoreIncludes: true, fonts: {} } as const;

async function frame(source: string): Promise<Framing> {
  try {
    const { html, errors } = await mjml(source, framing);
    const [first] = errors;
    return first ? { reason: first.message, line: first.line, element: first.tagName } : { html };
  } catch (error) {
    return { reason: (error instanceof Error ? error.message : String(error)).slice(0, 300) };
  }
}

serveJobs(frame);
