/** What all charts have in common, and the one place that knows ECharts, of which only what is drawn here is loaded. */
import { BarChart, LineChart, type BarSeriesOption, type LineSeriesOption } from "echarts/charts";
import { GridComponent, TooltipComponent, type GridComponentOption, type TooltipComponentOption } from "echarts/components";
import { init, use, type ComposeOption } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

use([BarChart, LineChart, GridComponent, TooltipComponent, CanvasRenderer]);

export type Option = ComposeOption<BarSeriesOption | LineSeriesOption | GridComponentOption | TooltipComponentOption>;
type LineStyleType = NonNullable<LineSeriesOption["lineStyle"]>["type"];

const COLORS = ["--accent", "--chart-2", "--chart-3", "--chart-4", "--chart-5"];
const DASHES = ["solid", [7, 4], [2, 3], [10, 3, 2, 3], [1, 5]] as const;

export interface Drawn<T> {
  show: (drawing: T) => void;
  end: () => void;
}

/** A chart that follows the width of its place. */
export function chartIn(element: HTMLElement) {
  const chart = init(element);
  const resized = new ResizeObserver(() => chart.resize());
  resized.observe(element);
  return {
    chart,
    show: (option: (style: CSSStyleDeclaration) => Option) => chart.setOption(option(getComputedStyle(element)), { notMerge: true }),
    end: () => {
      resized.disconnect();
      chart.dispose();
    },
  };
}

/** How the line of a place among the lines looks; no two differ by color alone. */
export function lookOf(index: number, style: CSSStyleDeclaration): { color: string; dash: LineStyleType } {
  return { color: colorOf(style, COLORS[index % COLORS.length]!), dash: DASHES[index % DASHES.length] as LineStyleType };
}

export function colorOf(style: CSSStyleDeclaration, name: string): string {
  return style.getPropertyValue(name).trim();
}

interface Framed {
  labels: string[];
  figure: (value: number) => string;
  /** What is told of the place that is pointed at, line by line. */
  words: (at: number) => string[];
}

/** Axes and tooltip. */
export function frame({ labels, figure, words }: Framed, style: CSSStyleDeclaration): Option {
  const color = (name: string) => colorOf(style, name);
  const ink = color("--ink-soft");
  return {
    animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    animationDuration: 250,
    textStyle: { fontFamily: style.fontFamily, color: ink },
    grid: { left: 8, right: 20, top: 16, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: {
      type: "category",
      data: labels,
      boundaryGap: true,
      axisLabel: { color: ink, hideOverlap: true },
      axisLine: { lineStyle: { color: color("--line") } },
      axisTick: { show: false },
    },
    yAxis: {
      type: "value",
      axisLabel: { color: ink, formatter: figure },
      splitLine: { lineStyle: { color: color("--line") } },
    },
    // Drawn on the canvas: a box of HTML would bring styles that the content policy forbids.
    tooltip: {
      trigger: "axis",
      renderMode: "richText",
      confine: true,
      backgroundColor: color("--card"),
      borderColor: color("--line"),
      textStyle: { color: color("--ink"), fontSize: 13 },
      formatter: (points) => words((Array.isArray(points) ? points[0]?.dataIndex : points.dataIndex) ?? 0).join("\n"),
    },
  };
}
