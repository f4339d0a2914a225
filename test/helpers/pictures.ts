import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

import { initWasm, Resvg } from "@resvg/resvg-wasm";

const require = createRequire(import.meta.url);
const FONTS = ["DejaVuSerif", "DejaVuSerif-Bold", "DejaVuSerif-Italic", "DejaVuSerif-BoldItalic"];

/** A picture in dots. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly png: Uint8Array;
  /** Red, green, blue and opacity of each dot, row by row. */
  readonly dots: Uint8Array;
}

/** A part of a picture of 1000 by 1000 units. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

let ready: Promise<readonly Uint8Array[]> | undefined;

async function prepare(): Promise<readonly Uint8Array[]> {
  await initWasm(await readFile(require.resolve("@resvg/resvg-wasm/index_bg.wasm")));
  return await Promise.all(
    FONTS.map(async (font) => await readFile(require.resolve(`dejavu-fonts-ttf/ttf/${font}.ttf`))),
  );
}

/**
 * Renders an SVG with the widest serif there is to be had.
 *
 * @param width In dots.
 * @throws Error if the SVG is not well formed.
 */
export async function render(svg: string, width: number): Promise<Picture> {
  ready ??= prepare();
  const fontBuffers = [...(await ready)];
  const font = { fontBuffers, defaultFontFamily: "DejaVu Serif", serifFamily: "DejaVu Serif" };
  const renderer = new Resvg(svg, { fitTo: { mode: "width", value: width }, font });
  try {
    const image = renderer.render();
    return { width: image.width, height: image.height, png: image.asPng(), dots: image.pixels };
  } finally {
    renderer.free();
  }
}

/** Which part of a region is darker than a luminance of 0 to 255. */
export function darkShare(picture: Picture, region: Region, below = 110): number {
  const scale = picture.width / 1000;
  let [dark, all] = [0, 0];
  for (let y = Math.ceil(region.top * scale); y < Math.floor(region.bottom * scale); y++) {
    for (let x = Math.ceil(region.left * scale); x < Math.floor(region.right * scale); x++) {
      const at = 4 * (y * picture.width + x);
      const [red = 0, green = 0, blue = 0] = picture.dots.subarray(at, at + 3);
      all += 1;
      if (0.299 * red + 0.587 * green + 0.114 * blue < below) dark += 1;
    }
  }
  return dark / all;
}
