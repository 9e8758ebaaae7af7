import type { Candidate } from '../api/types.ts'

/** Whether a choice passes over a better one, so that the reason is asked: it is not the first so many of the list. */
export function needsReason(candidates: readonly Pick<Candidate, 'unit_id' | 'rank'>[], chosen: readonly number[]): boolean {
  const best = candidates.toSorted((a, b) => a.rank - b.rank).slice(0, chosen.length).map(({ unit_id }) => unit_id)
  return chosen.some(id => !best.includes(id))
}

/** A choice with a unit switched in or out, in the order in which they were chosen. */
export const toggled = (chosen: readonly number[], id: number): number[] => chosen.includes(id) ? chosen.filter(one => one !== id) : [...chosen, id]
