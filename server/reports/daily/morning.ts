import { sql } from 'kysely'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { dayAfter, localParts } from '../../../layers/time.ts'
import { SoleRunner } from '../../alerts/sole-runner.ts'
import type { Config } from '../../config.ts'
import type { Database } from '../../database.ts'
import { isConnectionError } from '../../errors.ts'
import type { City } from '../../layers/city.ts'
import { keepDailyReport, type DailyReport } from './daily-report.ts'

/** Days that are made up for after the server was down, at most. */
const mostDays = 7
const settingShape = Type.Object({ hour: Type.Integer({ minimum: 0, maximum: 23 }) })

/** The hour of the morning at which yesterday's reports are made. @throws {RangeError} where the setting is no hour */
export async function readMorningHour(db: Database): Promise<number> {
  const { rows: [row] } = await sql<{ value: unknown }>`SELECT value FROM setting WHERE key = 'daily_report'`.execute(db)
  if (!Value.Check(settingShape, row?.value)) throw new RangeError(`the setting "daily_report" is ${JSON.stringify(row?.value)}; it must be { "hour": 7 }, an hour from 0 to 23`)
  return row.value.hour
}

/**
 * The days whose reports are due: up to yesterday once the hour has struck, from the last that was made on, seven at most;
 * the first time ever only the newest. None where the last ten weeks have no incident: such a city stands still.
 */
export async function dueDays(db: Database, timeZone: string, now: Date): Promise<string[]> {
  const [today, time] = localParts(now, timeZone), newest = dayAfter(today, Number(time.slice(0, 2)) >= await readMorningHour(db) ? -1 : -2)
  const { rows: [known] } = await sql<{ last: string | null, alive: boolean }>`
    SELECT (SELECT max(day) FROM daily_report WHERE day < ${newest}::date) AS last,
           EXISTS (SELECT 1 FROM incident WHERE received_at > ${now}::timestamptz - interval '70 days' AND received_at <= ${now}) AS alive`.execute(db)
  if (!known!.alive) return []
  const gap = known!.last === null ? 1 : Math.round((Date.parse(newest) - Date.parse(known!.last)) / 86_400_000)
  return Array.from({ length: Math.min(gap, mostDays) }, (_, i) => dayAfter(newest, -i)).reverse()
}

/**
 * Make every report that is due and missing.
 *
 * @param onError  hears of a station whose report couldn't be made; it is tried again next time
 * @returns how many were made
 */
export async function makeDueReports(db: Database, timeZone: string, now: Date, onError: (error: unknown) => void): Promise<number> {
  let made = 0
  for (const day of await dueDays(db, timeZone, now)) {
    const { rows: stations } = await sql<DailyReport['station']>`
      SELECT d.id, d.name, d.name_en FROM division d WHERE d.kind = 'station'
      AND NOT EXISTS (SELECT 1 FROM daily_report r WHERE r.station_id = d.id AND r.day = ${day}::date) ORDER BY d.id`.execute(db)
    for (const station of stations) {
      try {
        await keepDailyReport(db, station, day, timeZone, now)
        made++
      } catch (error) {
        if (isConnectionError(error)) throw error
        onError(error)
      }
    }
  }
  return made
}

export interface DailyReports { stop(): Promise<void> }

/** Look every minute, in one process of all, whether reports are due: at the hour, or later where nobody was up then. */
export function startDailyReports({ databaseUrl, config, city, onError }: { databaseUrl: string, config: Pick<Config, 'statementTimeoutMs' | 'dailyReports'>, city: () => Promise<City>, onError: (error: unknown) => void }): DailyReports {
  const runner = new SoleRunner({
    databaseUrl, statementTimeoutMs: config.statementTimeoutMs, name: 'daily reports', everyMs: 60_000, onError,
    work: async db => { await makeDueReports(db, (await city()).time_zone, new Date(), onError) },
  })
  if (config.dailyReports) runner.start()
  return { stop: () => runner.stop() }
}
