export interface Toast {
  id: number;
  text: string;
  kind: 'done' | 'problem';
  action?: { label: string; run: () => void | Promise<void> };
}

export interface ToastInput {
  text: string;
  kind?: 'done' | 'problem';
  action?: Toast['action'];
}

export const toasts = new EventTarget();
let last = 0;

/** Shows a short message in the corner; one with an action stays longer. */
export function showToast(input: ToastInput): void {
  const detail: Toast = { kind: 'done', ...input, id: ++last };
  toasts.dispatchEvent(new CustomEvent<Toast>('toast', { detail }));
}

/** An error as its sentence. */
export function showProblem(error: unknown, action?: Toast['action']): void {
  showToast({ text: error instanceof Error ? error.message : String(error), kind: 'problem', action });
}
