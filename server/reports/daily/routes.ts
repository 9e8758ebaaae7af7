import { sql } from 'kysely'
import { Type } from 'typebox'
import { dayAfter, localDay, startOfDay } from '../../../layers/time.ts'
import { requireOwnStation, requirePower } from '../../access/powers.ts'
import type { SignedIn } from '../../access/sessions.ts'
import type { App } from '../../app-types.ts'
import { BadInput, NotFound } from '../../errors.ts'
import { readInteger } from '../../query.ts'
import type { Services } from '../../services.ts'
import { keepDailyReport, type DailyReport } from './daily-report.ts'

const tags = ['reports'], station = Type.String({ description: 'id of a station in your scope' })
const shape = Type.Unsafe<DailyReport>(Type.Object({
  station: Type.Object({ id: Type.Integer(), name: Type.String(), name_en: Type.Union([Type.String(), Type.Null()]) }), day: Type.String({ format: 'date' }), as_of: Type.String({ format: 'date-time' }),
  incidents: Type.Object({}, { additionalProperties: true }), new_hot: Type.Array(Type.Any()), repeat_addresses: Type.Array(Type.Any()), zones: Type.Array(Type.Any()), moved: Type.Array(Type.Any()), notes: Type.Array(Type.Any()),
}, { additionalProperties: true }))

/** `/api/reports/daily`: what was, of one station and day, for those who answer for it. */
export function dailyReportRoutes(app: App, services: Services): void {
  const { db } = services
  app.get('/api/reports/daily', {
    schema: {
      tags, summary: 'A station\'s report about a day', description: 'Yesterday\'s unless told. Made every morning; made now where a past day has none.',
      querystring: Type.Object({ station, day: Type.Optional(Type.String({ description: 'a local date that is over' })) }, { additionalProperties: false }), response: { 200: shape },
    },
  }, async ({ query, signedIn }) => {
    const { timeZone } = await services.vocabulary(), now = new Date(), found = await readableStation(services, signedIn, query.station)
    return keepDailyReport(db, found, await pastDay(services, query.day, timeZone, now), timeZone, now)
  })

  app.get('/api/reports/daily/days', {
    schema: { tags, summary: 'Days that a station has a report of, newest first', querystring: Type.Object({ station }, { additionalProperties: false }), response: { 200: Type.Object({ days: Type.Array(Type.String({ format: 'date' })) }) } },
  }, async ({ query, signedIn }) => {
    const { id } = await readableStation(services, signedIn, query.station)
    const { rows } = await sql<{ day: string }>`SELECT day FROM daily_report WHERE station_id = ${id} ORDER BY day DESC LIMIT 400`.execute(db)
    return { days: rows.map(({ day }) => day) }
  })
}

async function readableStation({ db }: Services, signedIn: SignedIn, text: string): Promise<DailyReport['station']> {
  requirePower(signedIn, 'daily_report')
  const id = readInteger(text, '/query/station', 1, 2 ** 31 - 1)
  const { rows: [found] } = await sql<DailyReport['station']>`SELECT id, name, name_en FROM division WHERE id = ${id} AND kind = 'station'`.execute(db)
  if (!found) throw new NotFound('station', id)
  requireOwnStation(signedIn, id, `the daily report of station ${id}`)
  return found
}

/** @throws {BadInput} for a day that doesn't exist, isn't over or lies before all records */
async function pastDay({ db }: Services, day: string | undefined, timeZone: string, now: Date): Promise<string> {
  const yesterday = dayAfter(localDay(now, timeZone), -1)
  if (day === undefined) return yesterday
  const fault = (detail: string) => new BadInput({ pointer: '/query/day', value: day, detail })
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)) || dayAfter(day, 0) !== day) throw fault('must be an existing date such as 2026-11-22')
  if (day > yesterday) throw fault(`must be over: yesterday was ${yesterday}`)
  const { rows: [first] } = await sql<{ at: Date | null }>`SELECT min(received_at) AS at FROM incident`.execute(db)
  if (!first!.at || startOfDay(dayAfter(day, 1), timeZone) <= first!.at) throw fault(first!.at ? `lies before the first incident on record (${localDay(first!.at, timeZone)})` : 'there are no incidents on record')
  return day
}
