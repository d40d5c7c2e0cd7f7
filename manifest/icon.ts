/** The mark: people around a round table, one of whom holds the regierol. Drawn, so that no picture file is kept. */
import { type Colour, png } from "./png.ts";

export const accentColor = "#17656B";
const ground: Colour = [0x17, 0x65, 0x6b, 255];
const white: Colour = [255, 255, 255, 255];
const warm: Colour = [0xff, 0xc8, 0x57, 255];
const clear: Colour = [255, 255, 255, 0];

interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Of a ring; a filled disc has none. */
  readonly hole?: number;
  readonly colour: Colour;
}

const people = 6;

/** Sizes are parts of half the picture, so that both icons are one drawing. */
function mark(size: number, reach: number, holder: Colour): Disc[] {
  const middle = size / 2;
  const seats = Array.from({ length: people }, (_, i): Disc => {
    const angle = (i / people) * 2 * Math.PI - Math.PI / 2;
    return {
      x: middle + Math.cos(angle) * reach * 0.8,
      y: middle + Math.sin(angle) * reach * 0.8,
      radius: reach * 0.2,
      colour: i === 0 ? holder : white,
    };
  });
  return [{ x: middle, y: middle, radius: reach * 0.44, hole: reach * 0.3, colour: white }, ...seats];
}

/** How much of the pixel the disc covers, from 0 to 1: soft edges without a second pass. */
function cover(disc: Disc, x: number, y: number): number {
  const distance = Math.hypot(x + 0.5 - disc.x, y + 0.5 - disc.y);
  const inside = (radius: number): number => Math.min(1, Math.max(0, radius - distance + 0.5));
  return inside(disc.radius) * (disc.hole === undefined ? 1 : 1 - inside(disc.hole));
}

function over(below: Colour, above: Colour, amount: number): Colour {
  const mix = (i: 0 | 1 | 2): number => Math.round(below[i] + (above[i] - below[i]) * amount);
  return [mix(0), mix(1), mix(2), Math.round(below[3] + (255 - below[3]) * amount)];
}

function draw(size: number, background: Colour, discs: readonly Disc[]): Buffer {
  return png(size, (x, y) =>
    discs.reduce((colour, disc) => over(colour, disc.colour, cover(disc, x, y)), background),
  );
}

/** 192 × 192, full colour; the mark stays within the middle that every client shows. */
export const colorIcon = (): Buffer => draw(192, ground, mark(192, 62, warm));
/** 32 × 32, white lines on nothing. */
export const outlineIcon = (): Buffer => draw(32, clear, mark(32, 15, white));
