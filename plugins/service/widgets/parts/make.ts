import { linkParts } from './link-parts.ts';

/** An element with attributes and children; texts are texts, never markup. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string> = {},
  children: string | readonly (Node | string)[] = [],
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...(typeof children === 'string' ? [children] : children));
  return element;
}

/** What somebody wrote, with the addresses in it to follow. */
export const words = (text: string): HTMLElement =>
  make(
    'div',
    { class: 'words' },
    linkParts(text).map((part) =>
      part.isLink
        ? make('a', { href: part.text, target: '_blank', rel: 'noopener noreferrer nofollow' }, part.text)
        : part.text,
    ),
  );

/** A button that does something here; one that leads elsewhere is a link. */
export function act(label: string, run: () => unknown, attributes: Record<string, string> = {}): HTMLElement {
  const button = make('button', { type: 'button', ...attributes }, label);
  button.addEventListener('click', () => void run());
  return button;
}

/** Where it is said what went wrong; empty until then. */
export interface ProblemLine {
  element: HTMLElement;
  say(sentence: string): void;
}

export function problemLine(): ProblemLine {
  const element = make('p', { class: 'problem', role: 'alert', hidden: '' });
  return {
    element,
    say: (sentence) => {
      element.textContent = sentence;
      element.hidden = sentence === '';
    },
  };
}
