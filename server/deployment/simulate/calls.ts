export const weekSeconds = 604_800

/** Calls in the order in which they came; one entry each in every array. Plain data. */
export interface Calls {
  /** Seconds from Monday 00:00 local time, ascending. */
  seconds: Float64Array
  cells: Int32Array
  /** 1 is the most serious. */
  grades: Uint8Array
  /** Seconds from arrival to being done, as logged; NaN where the log doesn't say. */
  handling: Float64Array
  /** Which distribution an unknown handling time is drawn from (measureHandling); -1 for that of all calls. */
  kinds: Int32Array
  /** Bits of the capabilities that the crew must have. */
  needs: Int32Array
}

export interface LoggedCall {
  /** Local wall time, seconds since 1970-01-01 00:00. */
  localSeconds: number
  cell: number
  grade: number
  handlingSeconds: number | null
  kind?: number
  needs?: number
}

/** The number of the week (Monday to Sunday, local time) that a local instant lies in; week 0 begins on Monday, 29 December 1969. */
export const weekOf = (localSeconds: number): number => Math.floor((localSeconds + 3 * 86_400) / weekSeconds)

/**
 * The calls of some weeks, week by week; a week without calls is there, empty. What lies in other weeks is left out: these are
 * the weeks that a plan is judged by, so the caller names them.
 *
 * @param weeks  numbers of weeks, as weekOf tells them
 * @throws {RangeError} for a week named twice and for a call that isn't one
 */
export function weeksOfCalls(log: readonly LoggedCall[], weeks: readonly number[]): Calls[] {
  if (new Set(weeks).size !== weeks.length) throw new RangeError(`weeks ${weeks.join(', ')} name one of them twice`)
  const wanted = new Set(weeks), byWeek = Map.groupBy(log.filter(({ localSeconds }) => wanted.has(weekOf(localSeconds))), ({ localSeconds }) => weekOf(localSeconds))
  return weeks.map(week => callsOf(byWeek.get(week) ?? [], week * weekSeconds - 3 * 86_400))
}

function callsOf(log: readonly LoggedCall[], start: number): Calls {
  const sorted = log.toSorted((a, b) => a.localSeconds - b.localSeconds)
  for (const { localSeconds, grade, handlingSeconds } of sorted) {
    if (!(Number.isInteger(grade) && grade >= 0 && grade <= 255)) throw new RangeError(`the call at ${localSeconds} s has grade ${grade}; it must be a whole number, 0 to 255`)
    if (handlingSeconds !== null && !(handlingSeconds >= 0 && handlingSeconds < Infinity)) throw new RangeError(`the call at ${localSeconds} s took ${handlingSeconds} s to handle; it must be 0 or more, or null`)
  }
  return {
    seconds: Float64Array.from(sorted, call => call.localSeconds - start), cells: Int32Array.from(sorted, call => call.cell), grades: Uint8Array.from(sorted, call => call.grade),
    handling: Float64Array.from(sorted, call => call.handlingSeconds ?? NaN), kinds: Int32Array.from(sorted, call => call.kind ?? -1), needs: Int32Array.from(sorted, call => call.needs ?? 0),
  }
}

/** @throws {RangeError} where arrays differ in length, calls aren't in order, or a cell isn't one */
export function guardCalls(calls: Calls, cellCount: number): void {
  const { seconds, cells } = calls
  for (const name of ['cells', 'grades', 'handling', 'kinds', 'needs'] as const)
    if (calls[name].length !== seconds.length) throw new RangeError(`${name} has ${calls[name].length} entries; it must have one for each of ${seconds.length} calls`)
  seconds.forEach((second, call) => {
    if (!(second >= (call === 0 ? 0 : seconds[call - 1]!) && second < Infinity)) throw new RangeError(`call ${call} came at ${second} s; calls must be in order, from 0`)
  })
  cells.forEach((cell, call) => { if (!(cell >= 0 && cell < cellCount)) throw new RangeError(`call ${call} is in cell ${cell}; cells are 0 to ${cellCount - 1}`) })
}
