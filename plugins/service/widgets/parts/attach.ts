import { act, make } from './make.ts';

/** A button that asks for files and sends each; `send` answers what went wrong, or empty. */
export function attach(
  label: string,
  { send, told }: { send(file: File): Promise<string>; told(problem: string): void },
): HTMLElement {
  const input = make('input', {
    type: 'file',
    multiple: '',
    hidden: '',
    tabindex: '-1',
    'aria-hidden': 'true',
  });
  const button = act('+', () => input.click(), { class: 'attach', 'aria-label': label, title: label });
  const sendAll = async (files: readonly File[]): Promise<void> => {
    button.toggleAttribute('disabled', true);
    told('');
    for (const file of files) {
      const wrong = await send(file);
      if (wrong !== '') told(wrong);
    }
    button.toggleAttribute('disabled', false);
  };
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])];
    input.value = '';
    void sendAll(files);
  });
  return make('span', { class: 'attaching' }, [button, input]);
}
