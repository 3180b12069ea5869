import { dayText } from '../../data/days.ts';
import { saveBlob } from '../../data/save-blob.ts';
import { drawn } from '../../shell/print-page.ts';
import { elementPicture } from '../../shell/picture/element-picture.ts';

/** How long tiles may take that have not answered yet. */
const mostTries = 20;

/** The whole of a dashboard as a picture, in the theme it is seen in, named after it and the day. */
export async function saveDashboard(element: HTMLElement, name: string): Promise<void> {
  document.documentElement.dataset['still'] = '';
  try {
    saveBlob(await pictureOf(element), `${name} ${dayText(new Date())}.png`);
  } finally {
    delete document.documentElement.dataset['still'];
  }
}

async function pictureOf(element: HTMLElement): Promise<Blob> {
  await drawn();
  for (let tries = 0; tries < mostTries && isLoading(element.shadowRoot); tries++) await drawn();
  return elementPicture(element, getComputedStyle(element).backgroundColor);
}

const isLoading = (root: ShadowRoot | null): boolean =>
  [...(root?.querySelectorAll('*') ?? [])].some(
    (one) => one.localName === 'rl-skeleton' || isLoading(one.shadowRoot),
  );
