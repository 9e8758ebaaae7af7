/**
 * Which stay was which planned visit: in the order of time, as many as may be, as near to the plan as may be.
 *
 * @param planned, real  instants, ascending
 * @returns for each planned one the number of the real one; -1 where it is none
 * Cost: O(planned × real).
 */
export function matchVisits(planned: readonly number[], real: readonly number[], near: number): number[] {
  // cost[p][r]: of the first p planned and r real ones. A visit that isn't matched costs more than any match.
  const cost = Array.from({ length: planned.length + 1 }, (_, p) => new Float64Array(real.length + 1).fill(p * (near * 2 + 1)))
  const pair = (p: number, r: number) => Math.abs(planned[p]! - real[r]!) <= near ? Math.abs(planned[p]! - real[r]!) : Infinity
  for (let p = 1; p <= planned.length; p++) for (let r = 1; r <= real.length; r++)
    cost[p]![r] = Math.min(cost[p]![r - 1]!, cost[p - 1]![r]! + near * 2 + 1, cost[p - 1]![r - 1]! + pair(p - 1, r - 1))
  const found = planned.map(() => -1)
  for (let p = planned.length, r = real.length; p > 0 && r > 0;) {
    if (cost[p]![r] === cost[p]![r - 1]) r--
    else if (cost[p]![r] === cost[p - 1]![r - 1]! + pair(p - 1, r - 1)) found[--p] = --r
    else p--
  }
  return found
}
