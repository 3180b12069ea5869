import type { FlowElement } from '../../data/operate.ts';
import type { SelectChoice } from '../../components/rl-select.ts';

/** Steps to choose from, by name; the id tells apart what has the same name, and stands for what has none. */
export function elementOptions(elements: readonly FlowElement[]): SelectChoice[] {
  const named = Map.groupBy(elements, ({ name }) => name);
  return elements
    .map(({ id, name }) => ({
      value: id,
      label: !name ? id : named.get(name)!.length > 1 ? `${name} (${id})` : name,
    }))
    .sort((one, other) => one.label.localeCompare(other.label));
}
