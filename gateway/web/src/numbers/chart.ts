/** The one place that knows ECharts, of which only what is drawn here is loaded. */
import { LineChart, type LineSeriesOption } from "echarts/charts";
import { GridComponent, TooltipComponent, type GridComponentOption, type TooltipComponentOption } from "echarts/components";
import { init, use, type ComposeOption } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import type { Drawing, Line } from "./drawing";

use([LineChart, GridComponent, TooltipComponent, CanvasRenderer]);

type Option = ComposeOption<LineSeriesOption | GridComponentOption | TooltipComponentOption>;

const COLORS = ["--accent", "--chart-2", "--chart-3", "--chart-4", "--chart-5"];
const DASHES = ["solid", [7, 4], [2, 3], [10, 3, 2, 3], [1, 5]] as const;
const SIZE = { plain: 6, chosen: 13 };

/** @param onPick called with the place of the window that was clicked */
export function draw(element: HTMLElement, onPick: (at: number) => void) {
  const chart = init(element);
  const resized = new ResizeObserver(() => chart.resize());
  resized.observe(element);
  chart.getZr().on("click", ({ offsetX, offsetY }) => {
    const at = chart.convertFromPixel({ seriesIndex: 0 }, [offsetX, offsetY])?.[0];
    if (at !== undefined && chart.containPixel("grid", [offsetX, offsetY])) {
      onPick(Math.round(at));
    }
  });

  function show(drawing: Drawing): void {
    chart.setOption(option(drawing, getComputedStyle(element)), { notMerge: true });
  }

  function end(): void {
    resized.disconnect();
    chart.dispose();
  }

  return { show, end };
}

function option(drawing: Drawing, style: CSSStyleDeclaration): Option {
  const color = (name: string) => style.getPropertyValue(name).trim();
  const ink = color("--ink-soft");
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  return {
    animation: !still,
    animationDuration: 250,
    textStyle: { fontFamily: style.fontFamily, color: ink },
    grid: { left: 8, right: 20, top: 16, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: {
      type: "category",
      data: drawing.labels,
      boundaryGap: true,
      axisLabel: { color: ink, hideOverlap: true },
      axisLine: { lineStyle: { color: color("--line") } },
      axisTick: { show: false },
    },
    yAxis: {
      type: "value",
      axisLabel: { color: ink, formatter: drawing.figure },
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
      formatter: (points) => words(drawing, Array.isArray(points) ? points[0]?.dataIndex : points.dataIndex),
    },
    series: drawing.lines.flatMap((line, index) => [
      ...band(line, index, color(COLORS[index % COLORS.length]!)),
      curve(line, index, drawing.chosen, color(COLORS[index % COLORS.length]!), color("--card")),
    ]),
  };
}

function words(drawing: Drawing, at = 0): string {
  const lines = drawing.lines.map((line) => `${line.name}: ${line.values[at] == null ? drawing.nothing : drawing.figure(line.values[at])}`);
  return [drawing.labels[at], ...lines].join("\n");
}

function curve(line: Line, index: number, chosen: number, color: string, card: string): LineSeriesOption {
  return {
    type: "line",
    name: line.name,
    z: 3,
    lineStyle: { color, width: 2.5, type: DASHES[index % DASHES.length] as LineStyleType },
    itemStyle: { color },
    showAllSymbol: true,
    data: line.values.map((value, at) => ({
      value: value ?? "-",
      symbol: "circle",
      symbolSize: at === chosen ? SIZE.chosen : SIZE.plain,
      // What may still change is hollow.
      itemStyle: line.final[at] ? { color } : { color: card, borderColor: color, borderWidth: 2 },
    })),
  };
}

type LineStyleType = NonNullable<LineSeriesOption["lineStyle"]>["type"];

/** Where the share lies with 95 % confidence: an unseen line at its lower end, and what lies above it filled. */
function band(line: Line, index: number, color: string): LineSeriesOption[] {
  if (!line.low.some((low) => low !== null)) {
    return [];
  }
  const common = { type: "line", stack: `band-${index}`, symbol: "none", silent: true, lineStyle: { opacity: 0 }, z: 1 } as const;
  return [
    { ...common, data: line.low.map((low) => low ?? "-") },
    {
      ...common,
      areaStyle: { color, opacity: 0.14 },
      data: line.low.map((low, at) => (low === null ? "-" : line.high[at]! - low)),
    },
  ];
}
