import type { Label } from '../../../layers/layer.ts'

/** Hours of the week, 0 is Monday 00:00: a grid of seven days by 24 hours. */
export const hoursOfWeek = 168

export const dayOf = (hour: number): number => Math.floor(hour / 24)

/** All hours between two corners of the grid, both included. */
export function rectangle(a: number, b: number): number[] {
  const days = [dayOf(a), dayOf(b)].sort((x, y) => x - y) as [number, number], hours = [a % 24, b % 24].sort((x, y) => x - y) as [number, number]
  return Array.from({ length: days[1] - days[0] + 1 }, (_, i) => days[0] + i).flatMap(day => Array.from({ length: hours[1] - hours[0] + 1 }, (_, i) => day * 24 + hours[0] + i))
}

/** The choice after some hours were painted on or off, sorted. */
export function painted(chosen: readonly number[], hours: readonly number[], on: boolean): number[] {
  const set = new Set(chosen)
  for (const hour of hours) if (on) set.add(hour); else set.delete(hour)
  return [...set].sort((a, b) => a - b)
}

/** Where an arrow key leads from an hour; hours go on over midnight, days stop at the week's ends. */
export function step(hour: number, key: string): number {
  const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 24, ArrowUp: -24 }[key] ?? 0
  const next = hour + by
  return next < 0 || next >= hoursOfWeek ? hour : next
}

const dayNames: readonly Label[] = [..."一二三四五六日"].map((zh, i) => ({ zh, en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][i]! }))
export const dayName = (day: number): Label => ({ zh: `周${dayNames[day]!.zh}`, en: dayNames[day]!.en })

/** A choice in a few words: "周五–周六 20–24 时" for a rectangle, else how many hours it is. Null for no choice or all of them. */
export function hoursInWords(chosen: readonly number[]): Label | null {
  if (chosen.length === 0 || chosen.length === hoursOfWeek) return null
  const days = [...new Set(chosen.map(dayOf))].sort((a, b) => a - b), hours = [...new Set(chosen.map(hour => hour % 24))].sort((a, b) => a - b)
  const row = (some: readonly number[]) => some.at(-1)! - some[0]! === some.length - 1
  if (chosen.length !== days.length * hours.length || !row(days) || !row(hours)) return { zh: `每周 ${chosen.length} 小时`, en: `${chosen.length} hours a week` }
  const [first, last] = [dayName(days[0]!), dayName(days.at(-1)!)], span = (one: string, other: string) => one === other ? one : `${one}–${other}`
  const when = hours.length === 24 ? { zh: '全天', en: 'all day' } : { zh: `${hours[0]}–${hours.at(-1)! + 1} 时`, en: `${hours[0]}–${hours.at(-1)! + 1} h` }
  return days.length === 7 ? { zh: `每天 ${when.zh}`, en: `daily ${when.en}` } : { zh: `${span(first.zh, last.zh)} ${when.zh}`, en: `${span(first.en, last.en)} ${when.en}` }
}
