/** The definitions of a number: its versions, and the one of the source article that stands beside some of them. */
import type { MetricView } from "@/api/models";

const SOURCE = "-source";

export interface Definition {
  /** As it stands in the address: `churn.1`. */
  key: string;
  metric: MetricView;
  /** Whether it is the version that is asked for unless another is named. */
  newest: boolean;
}

export interface Family {
  name: string;
  /** What is counted by default first, older versions behind it, then the source's. */
  definitions: Definition[];
}

/** @param metrics as the service lists them, oldest version first */
export function families(metrics: readonly MetricView[]): Family[] {
  const found = new Map<string, Definition[]>();
  for (const metric of metrics) {
    const family = metric.name.endsWith(SOURCE) ? metric.name.slice(0, -SOURCE.length) : metric.name;
    const newest = !metrics.some((other) => other.name === metric.name && other.version > metric.version);
    found.set(family, [...(found.get(family) ?? []), { key: `${metric.name}.${metric.version}`, metric, newest }]);
  }
  return [...found].map(([name, definitions]) => ({ name, definitions: definitions.sort(byRank) }));
}

function byRank(one: Definition, other: Definition): number {
  const [a, b] = [one.metric, other.metric];
  return a.name.length - b.name.length || b.version - a.version;
}
