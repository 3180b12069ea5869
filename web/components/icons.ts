/** Icons of the first load, from lucide; any other lucide name is found in the full set, loaded when first met. */
const files = import.meta.glob<string>(
  '../../node_modules/lucide-static/icons/{activity,arrow-down,arrow-left,arrow-right,arrow-up,arrow-up-right,bell,box,briefcase,building-2,calendar,chart-line,check,chevron-down,chevron-left,chevron-right,chevron-up,chevrons-up-down,circle,circle-alert,circle-check,circle-dot,circle-help,circle-pause,circle-x,clock,columns-3,copy,database,download,ellipsis,external-link,eye,file-up,funnel,git-branch,globe,grip-vertical,hand,handshake,hash,history,inbox,info,kanban,keyboard,layers,link,list,lock,log-out,mail,menu,merge,message-square,monitor,moon,package,panel-right,pencil,phone,play,plus,refresh-cw,rotate-ccw,search,settings-2,shield,sliders-horizontal,square-check,square-kanban,sun,table-2,tag,target,trash-2,triangle-alert,undo-2,upload,user,user-check,user-plus,users,wifi-off,workflow,x}.svg',
  { query: '?raw', import: 'default', eager: true },
);

type IconNode = [tag: string, attributes: Record<string, string>];

const known = new Map<string, string>(
  Object.entries(files).map(([path, svg]) => [path.slice(path.lastIndexOf('/') + 1, -4), svg]),
);
let full: Promise<Record<string, IconNode[]>> | undefined;

export const knownIcon = (name: string): string | undefined => known.get(name);

/** SVG text of any lucide icon; unknown names show a circle. */
export async function findIcon(name: string): Promise<string> {
  full ??= import('lucide-static/icon-nodes.json', { with: { type: 'json' } }).then(
    // The package's JSON is wider than its shape: names to lists of tag and attributes.
    (module) => module.default as unknown as Record<string, IconNode[]>,
  );
  const nodes = (await full)[name];
  const svg = nodes ? svgOf(nodes) : (known.get('circle') ?? '');
  known.set(name, svg);
  return svg;
}

function svgOf(nodes: IconNode[]): string {
  const inner = nodes
    .map(
      ([tag, attributes]) =>
        `<${tag} ${Object.entries(attributes)
          .map(([name, value]) => `${name}="${value}"`)
          .join(' ')}/>`,
    )
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${inner}</svg>`;
}
