import { startOfDay, localDay, parseInstant } from '../../../layers/time.ts'
import { BadInput } from '../../errors.ts'
import { timeOffsets } from '../time-offsets.ts'
import { rollingWindows, type JudgedWindow, type Span } from './windows.ts'

export interface Asked {
  selection: Span
  judgeDays: number
  /** Unless told: eight, or as many as the data hold. */
  windows?: number
  /** Where the last judged days end. Unless told: `judgeDays` after the selection, or with the newest day there is. */
  judgeUntil?: string
}

const day = 86_400, usual = 8

/**
 * The windows of a judgement, within the data there are.
 *
 * @param data  first and newest incident
 * @throws {BadInput} where the judged days lie in the future, or the find windows reach back before the first incident
 */
export function planWindows({ selection, judgeDays, windows, judgeUntil }: Asked, data: Span, timeZone: string): JudgedWindow[] {
  const dayOf = (seconds: number) => localDay(new Date(seconds * 1000), timeZone)
  const midnight = (seconds: number) => startOfDay(dayOf(seconds), timeZone).getTime() / 1000
  // Half a day on from the beginning of the next is always in it, whatever the clocks do.
  const begins = midnight(data.from), ends = midnight(midnight(data.to) + 1.5 * day)
  if (selection.from >= ends) throw new BadInput({ pointer: '/body/selection/from', value: dayOf(selection.from), detail: `nothing is known of that time yet: the newest incident is of ${dayOf(data.to)}` })
  const asked = judgeUntil === undefined ? null : parseInstant(judgeUntil, timeZone)
  if (asked === undefined) throw new BadInput({ pointer: '/body/judge_until', value: judgeUntil, detail: 'must be an existing date (2026-11-22) or an instant with its offset' })
  const until = asked ? asked.getTime() / 1000 : Math.min(selection.to + judgeDays * day, ends)
  if (until > ends) throw new BadInput({ pointer: '/body/judge_until', value: judgeUntil, detail: `the judged days would end in the future: the newest incident is of ${dayOf(data.to)}; at most ${dayOf(ends)}` })
  const length = selection.to - selection.from, room = until - begins - length
  const most = Math.floor((room + day / 8) / (judgeDays * day)), count = windows ?? Math.min(usual, most)
  if (most < 1) throw new BadInput({
    pointer: '/body/selection/from', value: dayOf(selection.from),
    detail: `a window of ${Math.round(length / day)} days to find and ${judgeDays} to judge, ending on ${dayOf(until)}, begins before the first incident (${dayOf(data.from)}): choose a shorter window or fewer judge_days`,
  })
  if (count > most) throw new BadInput({
    pointer: '/body/windows', value: windows, detail: `${count} windows of ${judgeDays} days reach back before the first incident (${dayOf(data.from)}): at most ${most}`,
  })
  return rollingWindows(selection, until, judgeDays, count, timeOffsets(timeZone, until - length - (count + 1) * judgeDays * day, until + 2 * day))
}
