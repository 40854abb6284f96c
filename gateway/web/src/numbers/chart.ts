/** Draws numbers as lines over time, with what is not certain about them. */
import type { LineSeriesOption } from "echarts/charts";
import { chartIn, colorOf, frame, lookOf, type Drawn, type Option } from "@/ui/plot";
import type { Drawing, Line } from "./drawing";

const SIZE = { plain: 6, chosen: 13 };

/** @param onPick called with the place of the window that was clicked */
export function draw(element: HTMLElement, onPick: (at: number) => void): Drawn<Drawing> {
  const { chart, show, end } = chartIn(element);
  chart.getZr().on("click", ({ offsetX, offsetY }) => {
    const at = chart.convertFromPixel({ seriesIndex: 0 }, [offsetX, offsetY])?.[0];
    if (at !== undefined && chart.containPixel("grid", [offsetX, offsetY])) {
      onPick(Math.round(at));
    }
  });
  return { show: (drawing) => show((style) => option(drawing, style)), end };
}

function option(drawing: Drawing, style: CSSStyleDeclaration): Option {
  return {
    ...frame({ labels: drawing.labels, figure: drawing.figure, words: (at) => words(drawing, at) }, style),
    series: drawing.lines.flatMap((line, index) => [...band(line, index, style), curve(line, index, drawing.chosen, style)]),
  };
}

function words(drawing: Drawing, at: number): string[] {
  const lines = drawing.lines.map((line) => `${line.name}: ${line.values[at] == null ? drawing.nothing : drawing.figure(line.values[at])}`);
  return [drawing.labels[at]!, ...lines];
}

function curve(line: Line, index: number, chosen: number, style: CSSStyleDeclaration): LineSeriesOption {
  const { color, dash } = lookOf(index, style);
  return {
    type: "line",
    name: line.name,
    z: 3,
    lineStyle: { color, width: 2.5, type: dash },
    itemStyle: { color },
    showAllSymbol: true,
    data: line.values.map((value, at) => ({
      value: value ?? "-",
      symbol: "circle",
      symbolSize: at === chosen ? SIZE.chosen : SIZE.plain,
      // What may still change is hollow.
      itemStyle: line.final[at] ? { color } : { color: colorOf(style, "--card"), borderColor: color, borderWidth: 2 },
    })),
  };
}

/** Where the share lies with 95 % confidence: an unseen line at its lower end, and what lies above it filled. */
function band(line: Line, index: number, style: CSSStyleDeclaration): LineSeriesOption[] {
  if (!line.low.some((low) => low !== null)) {
    return [];
  }
  const common = { type: "line", stack: `band-${index}`, symbol: "none", silent: true, lineStyle: { opacity: 0 }, z: 1 } as const;
  return [
    { ...common, data: line.low.map((low) => low ?? "-") },
    {
      ...common,
      areaStyle: { color: lookOf(index, style).color, opacity: 0.14 },
      data: line.low.map((low, at) => (low === null ? "-" : line.high[at]! - low)),
    },
  ];
}
