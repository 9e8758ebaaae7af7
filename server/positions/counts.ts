/** What can become of a fix. */
export const outcomes = ['accepted', 'duplicate', 'out_of_order', 'future', 'impossible_speed', 'off_duty', 'unknown_unit', 'invalid'] as const
export type OutcomeName = (typeof outcomes)[number]
export type Counts = Record<OutcomeName, number>

export const noCounts = (): Counts => ({ accepted: 0, duplicate: 0, out_of_order: 0, future: 0, impossible_speed: 0, off_duty: 0, unknown_unit: 0, invalid: 0 })

export function addCounts(to: Counts, more: Counts): void {
  for (const name of outcomes) to[name] += more[name]
}
