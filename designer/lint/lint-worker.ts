import { checkDiagram, type Checked, type CheckWith } from './check-diagram.ts';

export interface CheckRequest {
  number: number;
  xml: string;
  checkWith: CheckWith;
}

export interface CheckAnswer {
  number: number;
  /** Null when the diagram could not be read. */
  checked: Checked | null;
}

/** Beside the page: however large the diagram is, drawing does not wait for its checks. */
addEventListener('message', async ({ data }: MessageEvent<CheckRequest>) => {
  const { number, xml, checkWith } = data;
  const checked = await checkDiagram(xml, checkWith).catch(() => null);
  postMessage({ number, checked } satisfies CheckAnswer);
});
