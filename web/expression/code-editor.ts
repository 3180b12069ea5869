/** The one door to CodeMirror, loaded when an expression is first edited. */
import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  completionStatus,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { HighlightStyle, bracketMatching, syntaxHighlighting } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { EditorState, Prec, type Extension } from '@codemirror/state';
import { EditorView, keymap, placeholder, tooltips } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { completeIn } from './complete.ts';
import type { Fault } from './find-fault.ts';
import { jsonataMode } from './jsonata-mode.ts';
import type { ExpressionScope } from './scope.ts';

export interface CodeEditorOptions {
  parent: HTMLElement;
  root: ShadowRoot;
  value: string;
  label: string;
  placeholder: string;
  /** Enter makes a line; else it ends the editing, and Shift-Enter makes one. */
  isMultiline: boolean;
  scope: () => ExpressionScope;
  /** While somebody types. */
  typed(value: string): void;
  /** They are done: they left it, or pressed Enter in one line. */
  done(): void;
}

export interface CodeEditor {
  value(): string;
  set(value: string): void;
  insert(text: string): void;
  focus(): void;
  mark(fault: Fault | null): void;
  destroy(): void;
}

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--rl-violet-text)' },
  { tag: tags.atom, color: 'var(--rl-accent-text)' },
  { tag: tags.string, color: 'var(--rl-good-text)' },
  { tag: tags.number, color: 'var(--rl-warn-text)' },
  { tag: tags.comment, color: 'var(--rl-muted)', fontStyle: 'italic' },
]);

export function openCodeEditor(options: CodeEditorOptions): CodeEditor {
  const { parent, root } = options;
  const view = new EditorView({
    parent,
    root,
    state: EditorState.create({
      doc: options.value,
      extensions: [
        history(),
        jsonataMode,
        syntaxHighlighting(colours),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ override: [completeIn(options.scope)], icons: false, maxRenderedOptions: 60 }),
        // The panel scrolls and clips; the list stands above it.
        tooltips({ position: 'fixed' }),
        doneKeys(options),
        keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
        placeholder(options.placeholder),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': options.label, spellcheck: 'false' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) options.typed(update.state.doc.toString());
        }),
        EditorView.domEventHandlers({ blur: () => options.done() }),
      ],
    }),
  });
  return {
    value: () => view.state.doc.toString(),
    set: (value) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value } }),
    insert: (text) => {
      view.dispatch(view.state.replaceSelection(text));
      view.focus();
    },
    focus: () => view.focus(),
    mark: (fault) =>
      view.dispatch(setDiagnostics(view.state, fault ? [{ ...fault, message: fault.sentence }] : [])),
    destroy: () => view.destroy(),
  };
}

/** Enter takes a completion where a list is open. */
const doneKeys = ({ isMultiline, done }: CodeEditorOptions): Extension =>
  Prec.high(
    keymap.of([
      {
        key: isMultiline ? 'Mod-Enter' : 'Enter',
        run: (view) => {
          if (completionStatus(view.state) === 'active') return false;
          done();
          return true;
        },
      },
    ]),
  );
