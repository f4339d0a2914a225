import { parse, View } from "vega";
import { compile } from "vega-lite";
import { textMetrics } from "vega-scenegraph";

/** Colours of a chart's ink and series, each with what takes its place in the dark. */
const COLOURS = {
  paper: ["#ffffff", "#0d1117"],
  ink: ["#1f2328", "#e6edf3"],
  faint: ["#8b949f", "#8b949e"],
  grid: ["#d8dee5", "#30363d"],
  ours: ["#0067a8", "#4aa8ff"],
  floor: ["#9aa4ae", "#6e7781"],
  first: ["#c05000", "#f08c3c"],
  second: ["#0f7b55", "#3fb984"],
  third: ["#8a4fa0", "#c58bd8"],
  fourth: ["#7a6a00", "#d0b840"],
} as const;

type Colour = keyof typeof COLOURS;

/** A colour as it is drawn on white. */
export const colour = (name: Colour): string => COLOURS[name][0];

const FONT = "system-ui, -apple-system, 'Segoe UI', 'Liberation Sans', Arial, sans-serif";

/** Width of a letter on average, in parts of its height. */
const LETTER = 0.56;

// there is nothing here to measure text with, and the library's own guess is half as wide again
textMetrics.width = ({ fontSize = 11 }, text) => LETTER * fontSize * text.length;

/** What all charts have in common. */
const config = {
  background: colour("paper"),
  font: FONT,
  view: { stroke: null },
  padding: 12,
  title: { color: colour("ink"), fontSize: 14, anchor: "start", offset: 8 },
  axis: {
    labelColor: colour("ink"),
    titleColor: colour("ink"),
    gridColor: colour("grid"),
    domainColor: colour("faint"),
    tickColor: colour("faint"),
    labelFontSize: 11,
    titleFontSize: 11,
    titleFontWeight: "normal",
    labelLimit: 0,
  },
  header: { labelColor: colour("ink"), labelFontSize: 12, labelFontWeight: "bold", labelLimit: 0 },
  legend: { labelColor: colour("ink"), titleColor: colour("ink"), labelFontSize: 11, labelLimit: 0 },
  text: { color: colour("ink"), fontSize: 11 },
};

/**
 * Draws a chart as SVG that follows the reader's choice of light or dark, with its title and a description for who cannot see it.
 *
 * @param description What the chart shows, and where its figures stand as text.
 */
export async function draw(spec: object, title: string, description: string): Promise<string> {
  const view = new View(parse(compile({ ...spec, config }).spec), { renderer: "none" });
  const svg = await view.toSVG();
  view.finalize();
  const head = [
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="description">${escaped(description)}</desc>`,
    `<style>@media (prefers-color-scheme: dark) {${darkRules()}}</style>`,
  ];
  return `${svg
    .replace(/<svg ([^>]*)>/, `<svg role="img" aria-labelledby="title description" $1>${head.join("")}`)
    .replaceAll("><", ">\n<")}\n`;
}

function darkRules(): string {
  return Object.values(COLOURS)
    .flatMap(([light, dark]) => ["fill", "stroke"].map((property) => `[${property}="${light}"]{${property}:${dark}}`))
    .join("");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
