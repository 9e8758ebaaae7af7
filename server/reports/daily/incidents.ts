import { sql } from 'kysely'
import type { Label } from '../../../layers/layer.ts'
import type { Database } from '../../database.ts'
import { countDays, rangeOf, type ComparedDay } from '../../today/count-today.ts'
import type { Spans } from './spans.ts'

/** A count against the median, lowest and highest of the eight before it; null where none was recorded. */
export interface Expected { today: number, expected: number | null, low: number | null, high: number | null }
export interface DailyIncidents extends Expected {
  /** How many of the eight were recorded. */
  weeks: number
  by_top: (Expected & { code: string, label: Label })[]
  /** The same of the seven days that end with this one. */
  week: Expected & { by_top: (Expected & { code: string })[] }
}

/** All incidents of a station, of whatever source, as the wall counts them. */
export async function countIncidents(db: Database, stationId: number, { days, weeks }: Spans, timeZone: string): Promise<DailyIncidents> {
  const day = await countSpans(db, days, stationId, timeZone), week = await countSpans(db, weeks, stationId, timeZone)
  const { rows } = await sql<{ code: string, name: string, name_en: string }>`SELECT code, name, name_en FROM incident_type WHERE length(code) = 2 ORDER BY code`.execute(db)
  return {
    ...day.of(() => true), weeks: day.recorded,
    by_top: rows.map(({ code, name, name_en: en }) => ({ code, label: { zh: name, en }, ...day.of(top => top === code) })),
    week: { ...week.of(() => true), by_top: rows.map(({ code }) => ({ code, ...week.of(top => top === code) })) },
  }
}

async function countSpans(db: Database, spans: readonly ComparedDay[], stationId: number, timeZone: string): Promise<{ recorded: number, of(wanted: (top: string) => boolean): Expected }> {
  const { counts, weeks } = await countDays(db, spans, [stationId], timeZone)
  return {
    recorded: weeks.length,
    of(wanted) {
      const sum = (week: number) => counts.reduce((total, each) => each.week === week && wanted(each.top) ? total + each.n : total, 0)
      const { median: expected, low, high } = rangeOf(weeks.map(sum)) ?? { median: null, low: null, high: null }
      return { today: sum(0), expected, low, high }
    },
  }
}
