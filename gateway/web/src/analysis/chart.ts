/** Draws columns of an answer along another. */
import type { BarSeriesOption, LineSeriesOption } from "echarts/charts";
import { chartIn, frame, lookOf, type Drawn, type Option } from "@/ui/plot";
import type { Plot } from "./plotting";

export interface Picture extends Plot {
  figure: (value: number) => string;
  /** What stands where there is no number. */
  nothing: string;
}

const MOST_SYMBOLS = 60;

export function draw(element: HTMLElement): Drawn<Picture> {
  const { show, end } = chartIn(element);
  return { show: (picture) => show((style) => option(picture, style)), end };
}

function option(picture: Picture, style: CSSStyleDeclaration): Option {
  const { kind, labels, lines, figure, nothing } = picture;
  const words = (at: number) => [labels[at]!, ...lines.map((line) => `${line.name}: ${line.values[at] == null ? nothing : figure(line.values[at])}`)];
  return {
    ...frame({ labels, figure, words }, style),
    series: lines.map((line, index): BarSeriesOption | LineSeriesOption => {
      const { color, dash } = lookOf(index, style);
      const common = { name: line.name, itemStyle: { color }, data: line.values.map((value) => value ?? "-") };
      return kind === "BAR"
        ? { ...common, type: "bar", barMaxWidth: 48 }
        : { ...common, type: "line", showSymbol: labels.length <= MOST_SYMBOLS, symbolSize: 6, lineStyle: { color, width: 2.5, type: dash } };
    }),
  };
}
