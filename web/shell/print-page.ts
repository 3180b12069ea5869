/**
 * Prints what is shown, or saves it as PDF, which browsers offer there: in light, as wide as the paper, and under its
 * own name. Charts are canvases: they are drawn anew before the page is taken.
 */
export async function printPage(name: string): Promise<void> {
  const root = document.documentElement;
  const { theme } = root.dataset;
  const { title } = document;
  root.dataset['theme'] = 'light';
  root.dataset['printing'] = '';
  root.dataset['still'] = '';
  document.title = name || title;
  try {
    await drawn();
    window.print();
  } finally {
    delete root.dataset['printing'];
    delete root.dataset['still'];
    if (theme === undefined) delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
    document.title = title;
  }
}

/** Sizes are observed after a frame, and charts drawn in the one after it. */
export const drawn = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 250)));
  });
