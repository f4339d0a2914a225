import type { Growth } from "../ours/growth.ts";
import { grouped } from "../ratio.ts";
import { compare } from "./comparisons.ts";
import { colour, draw } from "./drawing.ts";
import type { Figures } from "./figures.ts";

const OURS = "Allonge";
const FLOOR = "the bare token or money";
const OTHERS = "another system";
const ELSEWHERE = "The same figures stand in the tables beside it.";
const GAS_AXIS = { title: "gas", format: ",.0f" };

/** Every chart, by the name of its file. */
export async function drawCharts(figures: Figures): Promise<Record<string, string>> {
  return {
    "bench.svg": await drawComparison(figures),
    "bench-unavoidable.svg": await drawUnavoidable(figures),
    "bench-growth.svg": await drawGrowth(figures.growth),
  };
}

async function drawComparison(figures: Figures): Promise<string> {
  const groups = compare(figures).map(({ act, gas, floor, peers }) => ({
    act,
    bars: [
      { label: OURS, kind: OURS, gas },
      { label: floor.act, kind: FLOOR, gas: floor.gas },
      ...peers.map((peer) => ({ label: `${peer.system}: ${peer.act}`, kind: OTHERS, gas: peer.gas })),
    ].map((bar) => ({ ...bar, shown: grouped(bar.gas) })),
  }));
  const most = Math.max(...groups.flatMap(({ bars }) => bars.map(({ gas }) => gas)));
  const scale = { domain: [OURS, FLOOR, OTHERS], range: [colour("ours"), colour("floor"), colour("first")] };
  const panel = ({ act, bars }: (typeof groups)[number], index: number) => ({
    title: { text: act, fontSize: 12, anchor: "start", frame: "group", offset: 2 },
    data: { values: bars },
    width: 460,
    height: { step: 17 },
    encoding: {
      y: { field: "label", type: "nominal", sort: null, axis: { title: null, ticks: false, domain: false } },
      x: {
        field: "gas",
        type: "quantitative",
        scale: { domain: [0, most], nice: true },
        axis:
          index === groups.length - 1 ? { ...GAS_AXIS, tickCount: 4 } : { title: null, labels: false, ticks: false },
      },
    },
    layer: [
      {
        mark: { type: "bar", height: { band: 0.8 } },
        encoding: { color: { field: "kind", scale, legend: { title: null, orient: "top" } } },
      },
      {
        mark: { type: "text", align: "left", dx: 4, baseline: "middle" },
        encoding: { text: { field: "shown" } },
      },
    ],
  });
  const spec = { vconcat: groups.map(panel), spacing: 8 };
  const title = "Gas of acts, ours beside a bare token and other systems";
  return await draw(spec, title, `Bars in groups, one group for each act of ours. ${ELSEWHERE}`);
}

async function drawUnavoidable({ acts }: Figures): Promise<string> {
  const kinds = ["unavoidable", "stack and jumps", "parts of the notes", "other work"] as const;
  const range = [colour("floor"), colour("first"), colour("third"), colour("ours")];
  const values = Object.entries(acts).flatMap(([act, { gas, unavoidable, above }]) => {
    const stack = above["stack and jumps"] ?? 0;
    const parts = above["parts of the notes"] ?? 0;
    const each = [unavoidable, stack, parts, gas - unavoidable - stack - parts];
    return kinds.map((kind, order) => ({ act, kind, gas: each[order], order }));
  });
  const spec = {
    data: { values },
    width: 520,
    height: { step: 16 },
    mark: { type: "bar", height: { band: 0.8 } },
    encoding: {
      y: {
        field: "act",
        type: "nominal",
        sort: Object.keys(acts),
        axis: { title: null, ticks: false },
      },
      x: { field: "gas", type: "quantitative", axis: GAS_AXIS },
      color: { field: "kind", scale: { domain: kinds, range }, legend: { title: null, orient: "top" } },
      order: { field: "order" },
    },
  };
  const title = "What of each act's gas is unavoidable";
  return await draw(spec, title, `One bar for each act: what is unavoidable, then what is above it. ${ELSEWHERE}`);
}

async function drawGrowth(growth: readonly Growth[]): Promise<string> {
  const range = [colour("ours"), colour("first"), colour("second"), colour("third"), colour("fourth")];
  const panel = ({ title, of, curves }: Growth) => {
    const points = Object.keys(curves[0]?.gas ?? {}).map(Number);
    const values = curves.flatMap(({ act, gas }) => points.map((at) => ({ act, at, gas: gas[at] })));
    const domain = curves.map(({ act }) => act);
    const legend = { title: null, orient: "bottom", columns: 2 };
    return {
      title,
      data: { values },
      width: 330,
      height: 200,
      mark: { type: "line", point: { size: 36, filled: true }, strokeWidth: 2 },
      encoding: {
        x: {
          field: "at",
          type: "quantitative",
          scale: { type: "log", nice: false },
          axis: { title: of, values: points, grid: false },
        },
        y: { field: "gas", type: "quantitative", axis: { ...GAS_AXIS, tickCount: 5 }, scale: { zero: true } },
        color: {
          field: "act",
          scale: { domain, range: range.slice(0, domain.length) },
          legend,
        },
        shape: { field: "act", scale: { domain }, legend },
      },
    };
  };
  const spec = {
    concat: growth.map(panel),
    columns: 2,
    spacing: 36,
    resolve: { scale: { color: "independent", shape: "independent" } },
  };
  const title = "What acts cost as things grow";
  return await draw(spec, title, `Four panels of lines over logarithmic counts. ${ELSEWHERE}`);
}
