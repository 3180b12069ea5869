import TypeRefCellContextMenu from 'dmn-js-decision-table/lib/features/type-ref/components/TypeRefCellContextMenu';
import '../../web/expression/expression-texts.ts';
import { typeText } from '../../web/expression/type-text.ts';

/** The types that DMN knows, in the words of fields. */
const types: Readonly<Record<string, string>> = {
  ...{ string: 'string', number: 'number', boolean: 'boolean', date: 'date', time: 'time' },
  ...{ dateTime: 'dateTime', dayTimeDuration: 'dayTimeDuration', yearMonthDuration: 'yearMonthDuration' },
  Any: 'any',
};

/** A type of DMN in words; undefined for what is none. */
export const typeWords = (type: string): string | undefined =>
  Object.hasOwn(types, type) ? typeText(types[type]!) : undefined;

/** The box of a column's type shows and takes its word, where dmn-js shows what stands in the file. */
class TypeMenu extends TypeRefCellContextMenu {
  override render() {
    const menu = super.render();
    // A label, and the box: as dmn-js draws it.
    const [, { props }] = menu.children.children;
    const { value, options, onChange } = props;
    const byWord = new Map(options.map((option) => [option.label, option.value]));
    Object.assign(props, {
      value: typeWords(value) ?? value,
      options: options.map(({ label }) => ({ label, value: label })),
      // A word that is none, such as one half typed, changes nothing.
      onChange: (word: string) => byWord.has(word) && onChange(byWord.get(word)!),
    });
    return menu;
  }
}

interface Components {
  onGetComponent(
    type: string,
    priority: number,
    choose: (context?: { contextMenuType?: string }) => typeof TypeMenu | undefined,
  ): void;
}

class TypeMenus {
  static $inject = ['components'];

  constructor(components: Components) {
    components.onGetComponent('context-menu', 750, ({ contextMenuType } = {}) =>
      contextMenuType === 'input-edit' || contextMenuType === 'output-edit' ? TypeMenu : undefined,
    );
  }
}

/** In place of the provider that dmn-js brings under this name. */
export const typeWordsModule = { typeRefEditingProvider: ['type', TypeMenus] };
