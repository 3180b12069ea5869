/** The custom properties are the theme: a page sets them on `relata-portal`. */
const styles = `
:host {
  --accent: var(--relata-accent, #3a5bd9);
  --on-accent: var(--relata-on-accent, #fff);
  --text: var(--relata-text, #1c1d1f);
  --muted: var(--relata-muted, #65676d);
  --field: var(--relata-field, #fff);
  --line: var(--relata-line, #d6d5d1);
  --soft: var(--relata-soft, #f1f1ee);
  --bad: var(--relata-bad, #a83030);
  --radius: var(--relata-radius, 6px);
  display: block;
  color: var(--text);
  font: var(--relata-font, 15px/1.55 system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Noto Sans CJK SC', sans-serif);
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
p, h1, h2, ul, ol { margin: 0; padding: 0; }
ul, ol { list-style: none; }
h1 { font-size: 1.35em; line-height: 1.3; letter-spacing: -0.01em; outline: none; overflow-wrap: anywhere; }
h2 { font-size: 1em; }
a { color: var(--accent); }
.top { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 16px; margin-bottom: 28px; border-bottom: 1px solid var(--line); }
.top a { padding: 10px 0; margin-bottom: -1px; border-bottom: 2px solid transparent; color: var(--muted); text-decoration: none; font-weight: 500; }
.top a[aria-current] { border-color: var(--accent); color: var(--text); }
.top .who { display: flex; align-items: center; gap: 8px; margin-left: auto; min-width: 0; color: var(--muted); font-size: 0.87em; }
.who span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.view { display: grid; gap: 16px; }
.head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 8px 16px; }
.quiet { color: var(--muted); }
.small { font-size: 0.87em; }
.problem { color: var(--bad); }
.rows { display: grid; border: 1px solid var(--line); border-radius: var(--radius); background: var(--field); overflow: hidden; }
.rows > li + li { border-top: 1px solid var(--line); }
.rows a { display: grid; gap: 2px; padding: 12px 16px; color: inherit; text-decoration: none; }
.rows a:hover { background: var(--soft); }
.rows .line { display: flex; justify-content: space-between; gap: 12px; }
.rows b { font-weight: 500; overflow-wrap: anywhere; }
.state { flex: none; align-self: start; padding: 0 8px; border-radius: 99px; background: var(--soft); color: var(--muted); font-size: 0.8em; line-height: 22px; white-space: nowrap; }
.state.with-you { background: var(--accent); color: var(--on-accent); }
form { display: grid; gap: 14px; }
form.narrow { max-width: 420px; }
label { display: grid; gap: 4px; font-weight: 500; }
input, textarea {
  width: 100%; min-height: 40px; padding: 8px 12px; border: 1px solid var(--line); border-radius: var(--radius);
  background: var(--field); color: inherit; font: inherit; font-weight: 400; font-size: max(16px, 1em);
}
textarea { resize: vertical; min-height: 120px; }
:is(input, textarea):focus-visible { border-color: var(--accent); outline: 1px solid var(--accent); }
:is(a, button):focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.rows a:focus-visible { outline-offset: -2px; }
button {
  min-height: 36px; padding: 0 14px; border: 1px solid var(--line); border-radius: var(--radius); background: var(--field);
  color: inherit; font: inherit; font-weight: 500; cursor: pointer;
}
button:hover { background: var(--soft); }
button.primary, a.primary { border-color: transparent; background: var(--accent); color: var(--on-accent); }
a.primary { display: inline-flex; align-items: center; min-height: 36px; padding: 0 14px; border-radius: var(--radius); font-weight: 500; text-decoration: none; }
button.primary:hover, a.primary:hover { filter: brightness(0.94); }
button:disabled { opacity: 0.6; cursor: default; }
button.plain { min-height: 28px; padding: 0 4px; border: 0; background: none; color: var(--muted); font-weight: 400; text-decoration: underline; }
.do { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px; }
.talk { display: grid; gap: 16px; }
.said { display: grid; gap: 4px; max-width: 88%; }
.said.own { justify-self: end; }
.said .words { padding: 10px 14px; border-radius: 10px; background: var(--soft); white-space: pre-wrap; overflow-wrap: anywhere; }
.said.own .words { background: var(--accent); color: var(--on-accent); }
.said .by { color: var(--muted); font-size: 0.8em; }
.said.own .by { text-align: right; }
.files { display: flex; flex-wrap: wrap; gap: 4px 12px; font-size: 0.87em; }
.said.own .files { justify-content: flex-end; }
.hint { display: grid; gap: 8px; padding: 12px 16px; border-radius: var(--radius); background: var(--soft); }
.hint:focus { outline: none; }
.hint li { padding: 2px 0; }
fieldset { display: grid; gap: 8px; margin: 0; padding: 0; border: 0; }
legend { padding: 0; font-weight: 500; }
.scale { display: flex; flex-wrap: wrap; gap: 6px; }
.scale label { display: flex; align-items: center; justify-content: center; min-width: 44px; min-height: 44px; border: 1px solid var(--line); border-radius: var(--radius); background: var(--field); cursor: pointer; }
.scale label:has(:checked) { border-color: transparent; background: var(--accent); color: var(--on-accent); }
.scale label:focus-within { outline: 2px solid var(--accent); outline-offset: 2px; }
.scale input { position: absolute; width: 1px; min-height: 0; height: 1px; padding: 0; opacity: 0; }
.body { overflow-wrap: anywhere; }
.body > * { margin: 0 0 12px; }
.body :is(ul, ol) { padding-left: 24px; list-style: revert; }
.body img { max-width: 100%; height: auto; }
.foot { margin-top: 40px; }
@media (max-width: 480px) {
  .top .who { order: -1; flex-basis: 100%; justify-content: flex-end; }
}
`;

/** A sheet of its own passes where the page allows no inline styles. */
export function portalSheet(): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(styles);
  return made;
}
