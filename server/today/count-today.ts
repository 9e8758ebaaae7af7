import { sql } from 'kysely'
import type { Stations } from '../../layers/access.ts'
import { localParts, startOfDay } from '../../layers/time.ts'
import type { Database } from '../database.ts'

/** Counts of one day (0 today, 1 a week ago …) in one local hour, by top level of the dictionary; `so_far` are those up to this time of day. */
export interface HourCount { week: number, hour: number, top: string, n: number, so_far: number }

export const weeksCompared = 8

/** Days compared: their first instant, the same time of day as now, and their end. */
export interface ComparedDay { week: number, from: Date, now: Date, to: Date }

/** Today and the same weekday of the eight weeks before, in local time: clocks that change between don't shift the hours. */
export function comparedDays(now: Date, timeZone: string): ComparedDay[] {
  const [today, time] = localParts(now, timeZone)
  const sinceMidnight = Date.parse(`1970-01-01T${time}Z`)
  const before = (days: number) => new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
  return Array.from({ length: weeksCompared + 1 }, (_, week) => {
    const from = startOfDay(before(week * 7), timeZone), to = startOfDay(before(week * 7 - 1), timeZone)
    return { week, from, to, now: week === 0 ? now : new Date(Math.min(to.getTime(), onTheClock(from.getTime() + sinceMidnight, sinceMidnight, timeZone))) }
  })
}

/** An instant of a day moved to where the clock shows so many milliseconds since midnight: an hour off where it was changed before. */
function onTheClock(guess: number, sinceMidnight: number, timeZone: string): number {
  const shown = Date.parse(`1970-01-01T${localParts(new Date(guess), timeZone)[1]}Z`), day = 86_400_000
  return guess + (sinceMidnight - shown + day * 1.5) % day - day / 2
}

export const inStations = (stations: Stations, column: string) => stations === 'all' ? sql`true` : sql`${sql.ref(column)} = ANY(${[...stations]}::integer[])`

/** Nine days of incidents by local hour and top level, from the covering index. Days that nobody recorded yet are missing altogether. */
export async function countDays(db: Database, days: readonly ComparedDay[], stations: Stations, timeZone: string): Promise<{ counts: HourCount[], weeks: number[] }> {
  const spans = JSON.stringify(days.map(({ week, from, now, to }) => ({ week, from_at: from, now_at: now, to_at: week === 0 ? now : to })))
  const [{ rows: counts }, { rows: [first] }] = await Promise.all([
    sql<HourCount>`
      SELECT s.week, extract(hour FROM i.received_at AT TIME ZONE ${timeZone})::integer AS hour, left(i.code, 2) AS top, count(*)::integer AS n,
             count(*) FILTER (WHERE i.received_at < s.now_at)::integer AS so_far
      FROM json_to_recordset(${spans}::json) AS s(week integer, from_at timestamptz, now_at timestamptz, to_at timestamptz)
      JOIN incident i ON i.received_at >= s.from_at AND i.received_at < s.to_at AND ${inStations(stations, 'i.station_id')}
      GROUP BY 1, 2, 3`.execute(db),
    sql<{ at: Date | null }>`SELECT min(received_at) AS at FROM incident`.execute(db),
  ])
  const began = first!.at?.getTime() ?? Infinity
  return { counts, weeks: days.filter(({ week, from }) => week > 0 && from.getTime() >= began).map(({ week }) => week) }
}

/** Median, lowest and highest; null without values. */
export function rangeOf(values: readonly number[]): { median: number, low: number, high: number } | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b), middle = sorted.length >> 1
  return { median: sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2, low: sorted[0]!, high: sorted.at(-1)! }
}
