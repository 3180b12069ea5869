/** Every base component in its states, for `npx vite` at /gallery/; no part of what is shipped. */
import '../styles/tokens.css';
import { preferredLocale, setLocale } from '../data/i18n.ts';
import { applyTheme, storedTheme } from '../data/theme.ts';

applyTheme(storedTheme());
await setLocale(preferredLocale());
await import('./rl-gallery.ts');
