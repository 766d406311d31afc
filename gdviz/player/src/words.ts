// Where the words on a chart stand: inside its edge, and none on another, nor on the point.

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

type Way = readonly [number, number];

const SLACK = 1.5; // pixels of a word's box that are empty
const LARGE = 12; // pixels: marks at least so wide are read, not only seen
const FURTHEST = 48; // pixels that a word steps aside at most

/** What of a drawing is read, or stands in the way of words. */
export interface Written {
  /** Beyond it nothing is seen. */
  readonly edge: Element;
  readonly words: readonly SVGTextElement[];
  readonly wordsOf: (trace: number) => readonly SVGTextElement[];
  readonly marks: readonly Element[];
  /** Of the axes. */
  readonly labels: readonly Element[];
}

/** Of the words of traces, the `asides` step aside for others, and `yields` are not seen where others stand.
 *
 *  Of several the first has its place. All others are only kept inside the edge of the drawing.
 */
export function arrangeWords(written: Written, asides: readonly number[], yields: readonly number[]): void {
  const { words } = written;
  if (!words.length) return;
  const [stepping, giving] = [asides, yields].map((traces) => traces.flatMap(written.wordsOf)) as [SVGTextElement[], SVGTextElement[]];
  const fixed = words.filter((word) => !stepping.includes(word) && !giving.includes(word));
  for (const word of words) {
    if (word.style.translate) word.style.translate = "";
    if (word.style.visibility) word.style.visibility = "";
  }
  const edge = boxOf(written.edge);
  const isCrowded = stepping.length + giving.length > 0;
  const boxesOf = (parts: readonly Element[]): Box[] => (isCrowded ? parts.map(boxOf).filter(hasSize) : []);
  const marks = boxesOf(written.marks);
  const kept = [...marks.filter(({ left, right }) => right - left >= LARGE), ...boxesOf(written.labels)];
  const measured = new Map(words.map((word) => [word, boxOf(word)]));

  const put = (word: SVGTextElement, way: (box: Box) => Way | null): void => {
    const box = measured.get(word);
    if (!box || !hasSize(box)) return;
    const found = way(box);
    if (!found) word.style.visibility = "hidden";
    else {
      if (found[0] || found[1]) word.style.translate = `${found[0]}px ${found[1]}px`;
      kept.push(moved(box, found));
    }
  };

  for (const word of fixed) put(word, (box) => inside(box, edge));
  for (const word of stepping) put(word, (box) => aside(box, kept, edge));
  for (const word of giving) {
    put(word, (box) => ([...kept, ...marks].some((other) => overlap(box, other, 0)) ? null : [0, 0]));
  }
}

const boxOf = (element: Element): Box => element.getBoundingClientRect();
const hasSize = ({ left, right }: Box): boolean => right > left;

const moved = ({ left, right, top, bottom }: Box, [x, y]: Way): Box => ({
  left: left + x,
  right: right + x,
  top: top + y,
  bottom: bottom + y,
});

const overlap = (one: Box, other: Box, slack: number): boolean =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > slack &&
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > slack;

// How far a box must go to be inside the edge.
function inside({ left, right, top, bottom }: Box, edge: Box): Way {
  const along = (low: number, high: number, first: number, last: number): number =>
    Math.max(first - low, 0) || Math.min(last - high, 0);
  return [along(left, right, edge.left, edge.right), along(top, bottom, edge.top, edge.bottom)];
}

// The shortest of the ways straight past what a box is on, if one leads to a free place near by.
function aside(box: Box, kept: readonly Box[], edge: Box): Way | null {
  const start = inside(box, edge);
  const here = moved(box, start);
  const under = kept.filter((other) => overlap(here, other, SLACK));
  if (!under.length) return start;
  const ends = (end: keyof Box): number[] => under.map((other) => other[end]);
  const ways: Way[] = [
    [0, Math.min(...ends("top")) - here.bottom + SLACK],
    [0, Math.max(...ends("bottom")) - here.top - SLACK],
    [Math.min(...ends("left")) - here.right + SLACK, 0],
    [Math.max(...ends("right")) - here.left - SLACK, 0],
  ];
  const length = ([x, y]: Way): number => Math.abs(x) + Math.abs(y);
  const isFree = (way: Way): boolean => {
    const there = moved(here, way);
    return length(inside(there, edge)) === 0 && !kept.some((other) => overlap(there, other, SLACK));
  };
  const [found] = ways
    .filter((way) => length(way) <= FURTHEST && isFree(way))
    .sort((one, other) => length(one) - length(other));
  return found ? [start[0] + found[0], start[1] + found[1]] : null;
}
