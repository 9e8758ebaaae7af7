/** How far the stream lags behind what it tells, from the server's time in each message against when it came. */
export interface Lateness {
  /** Take note of a message. @param at  the server's time in it  @param now  this machine's, both epoch milliseconds */
  hear(at: number, now: number): void
  /** Epoch milliseconds of this machine since when the picture isn't live; null while it is. */
  lateSince(now: number): number | null
}

/** A message that took so much longer than the quickest of late is late. */
const lateMilliseconds = 5_000
/** The server says something every 15 s; two of those missing in a row is a cut line. */
export const silenceMilliseconds = 40_000
/** The quickest message is remembered so long: clocks drift, and a network gets slower for good. */
const rememberedMilliseconds = 600_000

/**
 * The clocks needn't agree: the quickest message of the last ten to twenty minutes tells by how much they differ, and others
 * are held against it.
 */
export function watchLateness(): Lateness {
  let [quickest, quickestBefore] = [Infinity, Infinity]
  let turnedAt = -Infinity
  let heardAt: number | null = null
  let late: number | null = null
  return {
    hear(at, now) {
      if (now - turnedAt > rememberedMilliseconds) [quickestBefore, quickest, turnedAt] = [quickest, Infinity, now]
      const took = now - at
      quickest = Math.min(quickest, took)
      const delay = took - Math.min(quickest, quickestBefore)
      late = delay > lateMilliseconds ? now - delay : null
      heardAt = now
    },
    lateSince: now => heardAt !== null && now - heardAt > silenceMilliseconds ? heardAt : late,
  }
}
