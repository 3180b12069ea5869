export interface Words {
  text: Text;
  /** The element they stand in. */
  box: Element;
  style: CSSStyleDeclaration;
}

interface Run {
  text: string;
  left: number;
  right: number;
  top: number;
  height: number;
}

/** Words where the browser broke them into lines. */
export function paintWords(context: CanvasRenderingContext2D, { text, box, style }: Words): void {
  if (text.data.trim() === '') return;
  // Digits of one width are no property of a canvas: each then stands where it stands on the page.
  const isApart = style.fontVariantNumeric !== 'normal';
  const runs = runsOf(text, { isApart, isUpper: style.textTransform === 'uppercase' });
  context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  context.letterSpacing = style.letterSpacing === 'normal' ? '0px' : style.letterSpacing;
  context.fillStyle = style.color;
  context.textBaseline = 'alphabetic';
  for (const run of style.textOverflow === 'ellipsis' ? shortened(context, runs, box) : runs) {
    const { width, fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = context.measureText(run.text);
    // In the middle of the room that all digits have.
    const left = isApart ? (run.left + run.right - width) / 2 : run.left;
    context.fillText(run.text, left, run.top + (run.height - up - down) / 2 + up);
  }
}

function runsOf(text: Text, { isApart, isUpper }: { isApart: boolean; isUpper: boolean }): Run[] {
  const range = document.createRange();
  const runs: Run[] = [];
  let at = 0;
  for (const letter of text.data) {
    range.setStart(text, at);
    range.setEnd(text, (at += letter.length));
    const place = range.getClientRects()[0];
    if (!place || place.width === 0) continue;
    const shown = /\s/.test(letter) ? ' ' : isUpper ? letter.toUpperCase() : letter;
    const last = runs.at(-1);
    if (!isApart && last && Math.abs(last.top - place.top) < 2 && place.left >= last.right - 2) {
      last.text += shown;
      last.right = place.right;
    } else
      runs.push({ text: shown, left: place.left, right: place.right, top: place.top, height: place.height });
  }
  return runs;
}

/** What does not fit ends in the sign for it, which the page draws but does not hold. */
function shortened(context: CanvasRenderingContext2D, runs: Run[], box: Element): Run[] {
  const edge = box.getBoundingClientRect().right;
  if (runs.every(({ right }) => right <= edge + 1)) return runs;
  const room = edge - context.measureText('…').width;
  return runs.flatMap((run) => {
    if (run.right <= edge + 1) return [run];
    let { text } = run;
    while (text !== '' && run.left + context.measureText(text).width > room) text = text.slice(0, -1);
    return text === '' && run.left > room ? [] : [{ ...run, text: `${text}…` }];
  });
}
