import type { PlanInHand } from '../solve/plan-in-hand.ts'
import type { Shift } from '../../analysis/vocabulary.ts'
import { BadInput } from '../../errors.ts'

const hour = 3_600

/**
 * The hours of the local week that crews are on duty and whose calls they answer: those of the plan's kept shift that also are the
 * selection's.
 *
 * @param chosen  the selection's, by hour of the week; null: all
 * @returns null for all
 * @throws {BadInput} where the shift of a kept plan is gone
 */
export function dutyHours({ shift }: Pick<PlanInHand, 'shift'>, chosen: readonly boolean[] | null, shifts: readonly Shift[]): boolean[] | null {
  if (shift === null) return chosen && [...chosen]
  const kept = shifts.find(({ id }) => id === shift)
  if (!kept) throw new BadInput({ pointer: '/body/plan_id', value: shift, detail: `the plan's shift is none any more; there are ${shifts.map(({ id }) => id).join(', ') || 'none'}: solve it anew for one of them` })
  return Array.from({ length: 168 }, (_, i) => kept.hours.includes(i % 24) && (chosen?.[i] ?? true))
}

/** Hours of the week as spans of seconds of it. */
export function spansOf(hours: readonly boolean[]): { from: number, to: number }[] {
  const spans: { from: number, to: number }[] = []
  hours.forEach((on, i) => {
    const last = spans.at(-1)
    if (!on) return
    if (last?.to === i * hour) last.to += hour
    else spans.push({ from: i * hour, to: (i + 1) * hour })
  })
  return spans
}
