/** The custom properties are the form's theme: a page sets them on `relata-form`. */
const styles = `
:host {
  --accent: var(--relata-accent, #3a5bd9);
  --on-accent: var(--relata-on-accent, #fff);
  --text: var(--relata-text, #1c1d1f);
  --muted: var(--relata-muted, #65676d);
  --surface: var(--relata-surface, transparent);
  --field: var(--relata-field, #fff);
  --line: var(--relata-line, #c9c8c4);
  --bad: var(--relata-bad, #a83030);
  --radius: var(--relata-radius, 6px);
  --gap: var(--relata-gap, 14px);
  display: block;
  color: var(--text);
  background: var(--surface);
  font: var(--relata-font, 15px/1.5 system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Noto Sans CJK SC', sans-serif);
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
form { display: grid; gap: var(--gap); max-width: var(--relata-width, 460px); margin: 0; }
h2 { margin: 0; font-size: 1.25em; line-height: 1.3; }
p { margin: 0; }
.intro, .quiet { color: var(--muted); }
.field { display: grid; gap: 4px; }
.field > span { font-weight: 500; }
.star, .error, .problem { color: var(--bad); }
.error { font-size: 0.87em; }
input, select, textarea {
  width: 100%; min-height: 40px; padding: 8px 10px; border: 1px solid var(--line); border-radius: var(--radius);
  background: var(--field); color: inherit; font: inherit; font-size: max(16px, 1em);
}
textarea { resize: vertical; }
:is(input, select, textarea):focus { border-color: var(--accent); outline: 2px solid var(--accent); outline-offset: 0; }
[aria-invalid='true'] { border-color: var(--bad); }
.box { display: grid; grid-template-columns: auto 1fr; gap: 2px 10px; align-items: start; }
.box input { width: 18px; min-height: 18px; height: 18px; margin: 2px 0 0; accent-color: var(--accent); }
.box .error { grid-column: 2; }
button {
  justify-self: start; min-height: 42px; padding: 0 18px; border: 0; border-radius: var(--radius);
  background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; cursor: pointer;
}
button:hover { filter: brightness(0.94); }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
button:disabled { opacity: 0.6; cursor: default; }
.thanks { padding: 14px 0; outline: none; }
.thanks p + p { margin-top: 8px; }
.away { position: absolute; left: -9999px; width: 1px; height: 1px; overflow: hidden; }
`;

/** A sheet of its own passes where the page allows no inline styles. */
export function sheet(): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(styles);
  return made;
}
