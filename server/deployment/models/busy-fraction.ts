/** From when to when, in any one unit of time. */
export interface Span { unit: number, from: number, to: number }

/**
 * The share of their time on duty that units were out, from what they did: the busy fraction of busyUnits, measured.
 *
 * @param tasks  from setting out to being free again; several at once count once, and what lies off duty doesn't count
 * @returns 0 to 1; null where nobody was on duty
 * @throws {RangeError} for a span that ends before it begins
 */
export function busyFraction(tasks: readonly Span[], duty: readonly Span[]): number | null {
  for (const { from, to } of [...tasks, ...duty]) if (!(from <= to)) throw new RangeError(`a span from ${from} to ${to} ends before it begins`)
  const duties = Map.groupBy(duty, ({ unit }) => unit), out = Map.groupBy(tasks, ({ unit }) => unit)
  let onDuty = 0, busy = 0
  for (const [unit, spans] of duties) {
    const shifts = merge(spans), work = merge(out.get(unit) ?? [])
    for (const shift of shifts) {
      onDuty += shift.to - shift.from
      for (const { from, to } of work) busy += Math.max(0, Math.min(to, shift.to) - Math.max(from, shift.from))
    }
  }
  return onDuty > 0 ? busy / onDuty : null
}

/** Spans that overlap, as one. */
function merge(spans: readonly Span[]): { from: number, to: number }[] {
  const merged: { from: number, to: number }[] = []
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else merged.push({ from, to })
  }
  return merged
}
