/** What can be said of read models and the editions beside them. */
import type { EditionBeside, ReadModel } from "@/api/models";

/** Whether something changes by itself. */
export function goesOn({ beside }: ReadModel): boolean {
  return beside != null && beside.state !== "PAUSED";
}

/** Another edition may take the place of one that was live before, but not of one that is on its way. */
export function canBegin({ beside }: ReadModel): boolean {
  return beside == null || beside.served;
}

/** Never all while something is missing, and nothing while nobody knows how much there is. */
export function percentOf({ done, total }: EditionBeside): number {
  if (total == null) {
    return 0;
  }
  return total === 0 ? 100 : Math.floor((100 * done) / total);
}
