/** What a service's status means, worst first. */
import type { LakeStatus, ServiceStatus } from "@/api/models";

export type Level = "good" | "warning" | "bad";

/** Something that an operator should know, as a text and what is put into it. */
export interface Finding {
  level: Level;
  text: "publication" | "follower" | "unpublished" | "projection-behind" | "policy-behind" | "letters" | "due" | "lake" | "lake-behind";
  count: number;
  name: string;
  trouble: string;
}

/** A few events behind is how it is while people work; more than that is noticed by them. */
const BEHIND = 100;

const WORST: Level[] = ["bad", "warning", "good"];

export function worst(levels: readonly Level[]): Level {
  return WORST.find((level) => levels.includes(level)) ?? "good";
}

export function findings(status: ServiceStatus): Finding[] {
  const found: Finding[] = [];
  for (const log of status.logs) {
    if (log.trouble) {
      found.push(finding("bad", "publication", log.lag, log.name, log.trouble));
    } else if (log.lag > BEHIND) {
      found.push(finding("warning", "unpublished", log.lag, log.name));
    }
  }
  for (const it of status.followers) {
    if (it.trouble) {
      found.push(finding("bad", "follower", it.lag, it.name, it.trouble));
    } else if (it.lag > BEHIND) {
      found.push(finding("warning", it.kind === "policy" ? "policy-behind" : "projection-behind", it.lag, it.name));
    }
  }
  if (status.deadLetters) {
    found.push(finding("warning", "letters", status.deadLetters));
  }
  if (status.stuckDueDates) {
    found.push(finding("warning", "due", status.stuckDueDates));
  }
  return found.sort((a, b) => WORST.indexOf(a.level) - WORST.indexOf(b.level));
}

export function lakeFindings(lake: LakeStatus): Finding[] {
  const troubles = Object.entries(lake.troubles).map(([place, trouble]) => finding("bad", "lake", lake.lag, place, trouble));
  return lake.lag > BEHIND && !troubles.length ? [finding("warning", "lake-behind", lake.lag)] : troubles;
}

function finding(level: Level, text: Finding["text"], count: number, name = "", trouble = ""): Finding {
  return { level, text, count, name, trouble };
}
