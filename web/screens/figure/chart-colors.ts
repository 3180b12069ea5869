export interface ChartColors {
  text: string;
  muted: string;
  line: string;
  surface: string;
  soft: string;
  accent: string;
  palette: string[];
  font: string;
}

const places = [1, 2, 3, 4, 5, 6, 7, 8];

/** The canvas knows no custom properties: what they are worth is asked for, in the theme of the moment. */
export function chartColors(element: HTMLElement): ChartColors {
  const probe = document.createElement('i');
  element.append(probe);
  const read = (name: string): string => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const colors = {
    text: read('--rl-text'),
    muted: read('--rl-muted'),
    line: read('--rl-line'),
    surface: read('--rl-surface'),
    soft: read('--rl-accent-soft'),
    accent: read('--rl-accent'),
    palette: places.map((place) => read(`--rl-chart-${place}`)),
    font: getComputedStyle(element).fontFamily,
  };
  probe.remove();
  return colors;
}
