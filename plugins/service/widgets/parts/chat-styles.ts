/** The custom properties are the theme: a page sets them on `relata-chat`. */
const styles = `
:host {
  --accent: var(--relata-accent, light-dark(#3a5bd9, #7e97f5));
  --on-accent: var(--relata-on-accent, light-dark(#fff, #10131f));
  --text: var(--relata-text, light-dark(#1c1d1f, #ecedef));
  --muted: var(--relata-muted, light-dark(#65676d, #a0a3ab));
  --surface: var(--relata-surface, light-dark(#fff, #1a1b1e));
  --line: var(--relata-line, light-dark(#d6d5d1, #3a3d43));
  --soft: var(--relata-soft, light-dark(#f1f1ee, #26282c));
  --bad: var(--relata-bad, light-dark(#a83030, #f59a94));
  --radius: var(--relata-radius, 10px);
  color: var(--text);
  font: var(--relata-font, 14px/1.5 system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Noto Sans CJK SC', sans-serif);
}
:host([inline]) { display: block; height: var(--relata-height, 520px); }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
p, ol, ul { margin: 0; padding: 0; }
a { color: var(--accent); }
button {
  min-height: 34px; padding: 0 12px; border: 1px solid var(--line); border-radius: 99px; background: var(--surface);
  color: inherit; font: inherit; font-weight: 500; white-space: nowrap; cursor: pointer;
}
button:hover { filter: brightness(0.96); }
button:disabled { opacity: 0.6; cursor: default; }
:is(button, a, .log):focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.log:focus-visible { outline-offset: -2px; }
.launcher {
  position: fixed; right: var(--relata-right, 20px); bottom: var(--relata-bottom, 20px); z-index: var(--relata-z, 2147483000);
  min-height: 48px; padding: 0 20px; border: 0; background: var(--accent); color: var(--on-accent);
  box-shadow: 0 6px 20px rgb(20 22 28 / 22%);
}
.badge { margin-left: 8px; padding: 0 7px; border-radius: 99px; background: var(--on-accent); color: var(--accent); font-size: 12px; }
.panel {
  position: fixed; right: var(--relata-right, 20px); bottom: calc(var(--relata-bottom, 20px) + 60px); z-index: var(--relata-z, 2147483000);
  display: grid; grid-template-rows: auto 1fr; width: 370px; height: min(560px, calc(100dvh - 110px));
  border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); overflow: hidden;
  box-shadow: 0 12px 40px rgb(20 22 28 / 22%);
}
:host([inline]) .panel { position: static; width: auto; height: 100%; box-shadow: none; }
header { display: flex; align-items: center; gap: 10px; min-height: 48px; padding: 0 8px 0 16px; border-bottom: 1px solid var(--line); }
header .quiet { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-size: 13px; }
.close { min-width: 34px; padding: 0; border: 0; background: none; font-size: 20px; line-height: 1; }
.body { display: grid; grid-template-rows: 1fr auto auto; min-height: 0; }
.log { display: flex; flex-direction: column; gap: 12px; padding: 16px; overflow: auto; list-style: none; }
.said { display: grid; justify-items: start; gap: 4px; max-width: 86%; }
.said.visitor { align-self: end; justify-items: end; }
.words { padding: 8px 12px; border-radius: var(--radius); background: var(--soft); white-space: pre-wrap; overflow-wrap: anywhere; }
.visitor .words { background: var(--accent); color: var(--on-accent); }
.writing { display: flex; gap: 4px; padding: 4px 12px; color: var(--muted); }
@media (prefers-reduced-motion: no-preference) {
  .writing i { animation: writing 1.2s infinite; }
  .writing i:nth-child(2) { animation-delay: 0.2s; }
  .writing i:nth-child(3) { animation-delay: 0.4s; }
}
@keyframes writing { 30% { opacity: 0.2; } }
.visitor .words a { color: inherit; }
.by, .small { font-size: 12px; }
.by, .quiet { color: var(--muted); }
.problem { color: var(--bad); font-size: 13px; }
.text { padding: 8px 12px; border-left: 2px solid var(--accent); overflow-wrap: anywhere; }
.text > * { margin: 0 0 8px; }
.text :is(ul, ol) { padding-left: 20px; }
.text img { max-width: 100%; height: auto; }
.plain { min-height: 24px; padding: 0; border: 0; background: none; color: var(--accent); text-decoration: underline; font-weight: 400; }
.offers { display: flex; flex-wrap: wrap; gap: 8px; padding: 0 16px 12px; }
.offers:empty { padding: 0; }
.offers form { display: grid; gap: 6px; width: 100%; }
.line { display: flex; gap: 8px; }
.writer { display: grid; grid-template-columns: auto 1fr auto; align-items: end; gap: 8px; padding: 12px 16px; border-top: 1px solid var(--line); }
.attach { width: 36px; padding: 0; font-size: 20px; line-height: 1; }
.attaching[hidden] + textarea { grid-column: 1 / 3; }
.writer .problem { grid-column: 1 / -1; }
input, textarea {
  width: 100%; min-height: 36px; padding: 7px 10px; border: 1px solid var(--line); border-radius: 8px; background: var(--surface);
  color: inherit; font: inherit; font-size: max(16px, 1em); resize: none;
}
:is(input, textarea):focus-visible { border-color: var(--accent); outline: 1px solid var(--accent); }
.primary { border-color: transparent; background: var(--accent); color: var(--on-accent); }
@media (max-width: 480px) {
  .launcher[aria-expanded='true'] { display: none; }
  :host(:not([inline])) .panel { inset: 0; width: auto; height: 100dvh; border: 0; border-radius: 0; }
}
`;

/** A sheet of its own passes where the page allows no inline styles. */
export function chatSheet(): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(styles);
  return made;
}
