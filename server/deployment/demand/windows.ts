import type { Question } from '../../analysis/choose.ts'
import { BadInput } from '../../errors.ts'

export interface Span { from: number, to: number }
/** Epoch seconds. What a plan is built on ends where what it is judged by begins; `judge` is null where nothing is held out. */
export interface Windows { find: Span, judge: Span | null }

const week = 7 * 86_400

/**
 * Part a selection's window: the last weeks are held out, so that no plan is judged by what it was made of. What lies in the
 * future counts for neither.
 *
 * @throws {BadInput} where less than a week would be left to build on
 */
export function partWindow({ from, to }: Pick<Question, 'from' | 'to'>, heldOutWeeks: number, now: number): Windows {
  const end = Math.min(to, now), judgeFrom = end - heldOutWeeks * week
  if (judgeFrom - from < week) throw new BadInput({
    pointer: '/body/held_out_weeks', value: heldOutWeeks,
    detail: `leaves ${Math.max(0, (judgeFrom - from) / 86_400).toFixed(1)} days to build on; a week is the least: hold out fewer weeks, or begin the selection earlier`,
  })
  return { find: { from, to: judgeFrom }, judge: heldOutWeeks > 0 ? { from: judgeFrom, to: end } : null }
}

/**
 * Weeks to judge a plan by that was built on data before an instant.
 *
 * @throws {BadInput} where they begin earlier: the plan has seen that
 */
export function requireUnseen(judge: Span, judgeFrom: number): void {
  if (judge.from < judgeFrom) throw new BadInput({
    pointer: '/body/judge/from', value: new Date(judge.from * 1000).toISOString(),
    detail: `lies before ${new Date(judgeFrom * 1000).toISOString()}: the plan was built on data until then and can't be judged by them`,
  })
}

export const weeksOf = ({ from, to }: Span): number => (to - from) / week
export const isoOf = (seconds: number): string => new Date(seconds * 1000).toISOString()
