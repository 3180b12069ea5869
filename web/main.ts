import './styles/tokens.css';
import { applyTheme, storedTheme } from './data/theme.ts';
import { preferredLocale, setLocale } from './data/i18n.ts';

applyTheme(storedTheme());
await setLocale(preferredLocale());
await import('./shell/rl-app.ts');
