/** The diagram with shapes to draw: a file without them is laid out. One that cannot be stays as it is. */
export const withLayout = async (xml: string): Promise<string> => {
  if (/<(\w+:)?BPMNShape[\s>]/.test(xml)) return xml;
  const { layoutProcess } = await import('bpmn-auto-layout');
  return layoutProcess(xml).catch(() => xml);
};
