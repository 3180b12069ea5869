import './styles/tokens.css';
import { applyTheme, storedTheme } from './data/theme.ts';
import { preferredLocale, setLocale } from './data/i18n.ts';
import './shell/rl-app.ts';

applyTheme(storedTheme());
await setLocale(preferredLocale());
// Only now: an element that is there before its texts shows their keys, for nothing tells it when they come.
document.body.append(document.createElement('rl-app'));
