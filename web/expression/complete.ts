import { isRelation } from '../data/is-relation.ts';
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { t } from '../data/i18n.ts';
import { functionSignatures } from './functions.ts';
import { typeText } from './type-text.ts';
import { entityAt, typeOf, type ExpressionScope, type ScopeName } from './scope.ts';

/** What can stand at the cursor: members behind a dot, else names and functions. */
export const completeIn =
  (scope: () => ExpressionScope) =>
  (context: CompletionContext): CompletionResult | null => {
    const path = context.matchBefore(/(?:\$?[\p{L}_][\p{L}\p{N}_]*\.)+[\p{L}\p{N}_]*/u);
    if (path) return members(scope(), path.text, path.to);
    const word = context.matchBefore(/\$?[\p{L}_][\p{L}\p{N}_]*|\$/u);
    if (!word && !context.explicit) return null;
    return {
      from: word?.from ?? context.pos,
      options: [...scope().names.map(nameOption), ...functionOptions()],
      validFor: /^\$?[\p{L}\p{N}_]*$/u,
    };
  };

function members(scope: ExpressionScope, text: string, to: number): CompletionResult | null {
  const names = text.split('.');
  const begun = names.pop() ?? '';
  const entity = entityAt(scope, names);
  if (!entity) return null;
  const options = entity.fields.map((field): Completion => ({
    label: field.id,
    displayLabel: field.label === field.id ? field.id : `${field.label} · ${field.id}`,
    detail: typeText(typeOf(field)),
    type: isRelation(field) || field.type === 'user' ? 'class' : 'property',
    boost: field.isSystem ? -1 : 0,
  }));
  return {
    from: to - begun.length,
    options: [...options, { label: 'id', detail: typeText('text'), type: 'property', boost: -2 }],
    validFor: /^[\p{L}\p{N}_]*$/u,
  };
}

const nameOption = ({ name, label, type, origin, entity }: ScopeName): Completion => ({
  label: name,
  ...(label && label !== name && { displayLabel: `${name} · ${label}` }),
  detail: origin ?? (type ? typeText(type) : ''),
  type: entity ? 'class' : 'variable',
  boost: 2,
});

const functionOptions = (): Completion[] =>
  Object.entries(functionSignatures).map(([name, signature]) => ({
    label: `$${name}`,
    detail: signature,
    info: () => helpOf(name, signature),
    type: 'function',
    apply: (view, _completion, from, to) => {
      const isEmpty = signature === '()';
      view.dispatch({
        changes: { from, to, insert: `$${name}()` },
        selection: { anchor: from + name.length + (isEmpty ? 3 : 2) },
        userEvent: 'input.complete',
      });
    },
  }));

function helpOf(name: string, signature: string): HTMLElement {
  const help = document.createElement('div');
  const head = help.appendChild(document.createElement('code'));
  head.textContent = `$${name}${signature}`;
  help.appendChild(document.createElement('p')).textContent = t(`expression.fn.${name}`);
  return help;
}
