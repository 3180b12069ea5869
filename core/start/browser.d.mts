export function findBrowser(root?: string): string | null;
export function ensureBrowser(options: { root: string; say: (sentence: string) => void }): void;
