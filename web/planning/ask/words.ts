import type { Label } from '../../../layers/layer.ts'
import { formatInstant } from '../../state/time.ts'
import type { SolveQuestion, Solved } from '../types.ts'

/** A share as per cent, exact where it is small: 12 %, 2.1 %, 0.04 %. */
export function percent(share: number): string {
  const value = share * 100
  return `${value.toLocaleString('en-GB', { maximumFractionDigits: value >= 10 ? 0 : value >= 0.1 || value === 0 ? 1 : 2 })} %`
}

/** What a proven gap says. Null is before anything is proven. */
export function gapSentence(gap: number | null): Label {
  if (gap === null) return { zh: '还没有可比的方案', en: 'Nothing is proven yet' }
  if (gap === 0) return { zh: '已证明：没有方案比它更好', en: 'Proven: no plan is better' }
  return { zh: `已证明：没有方案能比它好出 ${percent(gap)}`, en: `Proven: no plan is better by more than ${percent(gap)}` }
}

/** How the search of a plan ended: with the proof, with a gap that was enough, or because time did. */
export function endOf({ status, gap }: Pick<Solved['result'], 'status' | 'gap'>, { wanted_gap: wanted = 0 }: Pick<SolveQuestion, 'wanted_gap'>): 'optimal' | 'gap' | 'timeEnded' {
  return status === 'optimal' ? 'optimal' : gap <= wanted ? 'gap' : 'timeEnded'
}

/** The same in one line. */
export function endSentence({ result }: Solved, seconds: number, asked: Pick<SolveQuestion, 'wanted_gap'>): Label {
  const took = seconds.toFixed(1), end = endOf(result, asked), { gap } = result
  if (end === 'optimal') return { zh: `${took} 秒求得最优，已证明没有更好的方案`, en: `Optimal in ${took} s: no plan is better` }
  if (end === 'gap') return { zh: `${took} 秒达到要求：没有方案能好出 ${percent(gap)}`, en: `Good enough in ${took} s: no plan is better by more than ${percent(gap)}` }
  return { zh: `时间到（${took} 秒）：没有方案能好出 ${percent(gap)}`, en: `Time ended (${took} s): no plan is better by more than ${percent(gap)}` }
}

/** "5 月 26 日", "26 May", with its year where that isn't plain. @param instant  ISO */
function dayText(instant: string, timeZone: string, language: 'zh' | 'en', { before = 0, year = false } = {}): string {
  const day = formatInstant(Date.parse(instant) - before * 86_400_000, timeZone, 'day'), [years, month, date] = day.split('-').map(Number)
  if (language === 'zh') return `${year ? `${years} 年 ` : ''}${month} 月 ${date} 日`
  return new Date(`${day}T00:00Z`).toLocaleDateString('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', ...year && { year: 'numeric' } })
}

export interface Weeks { find: { from: string, to: string }, judge: { from: string, to: string } | null }

/** Which weeks make the plan and which are kept to judge it. The last day is one that is inside. */
export function weeksSentence({ find, judge }: Weeks, timeZone: string): Label {
  const weeks = judge ? Math.round((Date.parse(judge.to) - Date.parse(judge.from)) / (7 * 86_400_000)) : 0
  const first = (language: 'zh' | 'en') => dayText(find.from, timeZone, language, { year: find.from.slice(0, 4) !== find.to.slice(0, 4) }), last = (language: 'zh' | 'en') => dayText(find.to, timeZone, language, { before: 1 })
  const zh = `用 ${first('zh')}至 ${last('zh')}建模`, en = `Built on ${first('en')} to ${last('en')}`
  return weeks > 0 ? { zh: `${zh}，之后 ${weeks} 周留作检验，方案看不到`, en: `${en}; the ${weeks} weeks after are held out to judge it, unseen` } : { zh: `${zh}，没有留作检验的周`, en: `${en}; no weeks are held out to judge it` }
}
