import type { PluginServices } from '../plugin.ts';
import type { Locale } from '../registry.ts';

export interface Choice {
  value: string;
  /** In the reader's language. */
  label: string;
}

/**
 * What may be chosen in a field of type `choice`, where it comes from data instead of the field's definition. It reads for
 * everybody who is signed in: what only some may know is no choice.
 */
export interface ChoiceSource {
  /** In a plugin `<plugin>.<name>`. */
  id: string;
  /** Key of the text that names it for who makes fields. */
  name: string;
  /** Key of the text that says what it means that nothing is chosen; absent where that means nothing. */
  none?: string;
  read(services: PluginServices, locale: Locale): Promise<Choice[]>;
}

/** A plugin brings a source of its own by `offers: { [choicePlace]: [source] }`. */
export const choicePlace = 'core.choices';
