import { BpmnModdle } from 'bpmn-moddle';
import { isSource, many, one, text, typeOf, type Source } from '../deploy/source.ts';
import relata from '../moddle/relata.json' with { type: 'json' };

/**
 * A diagram whose names are those that `find` gives: for elements by id, for the flow by nothing, for form fields and
 * their choices by `<element>.<field>` and `<element>.<field>.<value>`, for inputs of tasks by `<element>.<input>`.
 */
export async function sayIn(
  xml: string,
  find: (key: string) => string | undefined,
): Promise<{ xml: string; subject: string | null }> {
  const model = new BpmnModdle({ relata });
  const { rootElement, elementsById } = await model.fromXML(xml);
  let subject: string | null = null;
  for (const element of Object.values(elementsById).filter(isSource)) {
    const isFlow = typeOf(element) === 'process';
    if (isFlow) subject = text(element, 'relata:subject') ?? null;
    rename(element, 'name', find(isFlow ? '' : (element.id ?? '')));
    for (const about of many(element, 'documentation'))
      rename(about, 'text', find(isFlow ? 'help' : `${element.id}.help`));
    sayParts(element, find);
  }
  return { xml: (await model.toXML(rootElement, { format: true })).xml, subject };
}

function sayParts(element: Source, find: (key: string) => string | undefined): void {
  const extensions = one(element, 'extensionElements');
  for (const part of extensions ? many(extensions, 'values') : []) {
    for (const field of many(part, 'fields')) {
      const place = `${element.id}.${text(field, 'id')}`;
      rename(field, 'label', find(place));
      for (const option of many(field, 'options'))
        rename(option, 'label', find(`${place}.${text(option, 'value')}`));
    }
    for (const input of many(part, 'inputs'))
      rename(input, 'value', find(`${element.id}.${text(input, 'name')}`));
  }
}

function rename(element: Source, property: string, said: string | undefined): void {
  // The reader's own elements are what it makes.
  if (said !== undefined)
    (element as Source & { set(name: string, value: string): void }).set(property, said);
}
