import { LRUCache } from 'lru-cache'
import { sql } from 'kysely'
import { Type, type Static } from 'typebox'
import type { Stations } from '../../layers/access.ts'
import { localParts } from '../../layers/time.ts'
import type { App } from '../app-types.ts'
import { openStatuses } from '../desk/statuses.ts'
import type { Services } from '../services.ts'
import { SingleFlight } from '../single-flight.ts'
import { comparedDays, countDays, inStations, rangeOf } from './count-today.ts'

const instant = Type.String({ format: 'date-time' })
const optionalNumber = Type.Union([Type.Number(), Type.Null()])
const figures = Type.Object({
  as_of: instant, scope: Type.Unsafe<'all' | 'own'>(Type.Union([Type.Literal('all'), Type.Literal('own')], { description: 'the whole city, or the stations of the caller' })),
  today: Type.Object({ count: Type.Integer(), by_top: Type.Record(Type.String(), Type.Integer(), { description: 'by top level of the dictionary' }) }),
  expected: Type.Object({ median: optionalNumber, low: optionalNumber, high: optionalNumber, weeks: Type.Integer({ description: 'how many of the last eight weeks were recorded' }) }),
  hours: Type.Array(Type.Object({ hour: Type.Integer(), count: Type.Union([Type.Integer(), Type.Null()], { description: 'null: that hour hasn\'t begun' }), low: optionalNumber, median: optionalNumber, high: optionalNumber })),
  open: Type.Object({ n: Type.Integer(), oldest_received_at: Type.Union([instant, Type.Null()]) }),
  units: Type.Object({ available: Type.Integer(), enroute: Type.Integer(), on_scene: Type.Integer(), unavailable: Type.Integer(), stale: Type.Integer({ description: 'on duty, of whatever status, without a fix in the last 30 minutes' }) }),
})
type Figures = Static<typeof figures>

/** `GET /api/today`: the figures of the wall, held against the same weekday and hours of the last eight weeks. */
export function todayRoutes(app: App, services: Services): void {
  const known = new LRUCache<string, Figures>({ max: 500, ttl: 60_000 })
  const flights = new SingleFlight<Figures>()
  app.get('/api/today', {
    schema: { tags: ['map'], summary: 'Today against what is usual', description: 'Of the stations in the caller\'s scope; the range is that of the same weekday and hours in the last eight weeks.', response: { 200: figures } },
  }, async ({ signedIn: { caller: { stations } } }) => {
    const minute = Math.floor(Date.now() / 60_000)
    const key = [minute, services.changes.revision('incidents').revision, services.changes.revision('units').revision, stations === 'all' ? '*' : stations.join('.')].join('|')
    return known.get(key) ?? flights.do(key, async () => {
      const made = await readFigures(services, stations, new Date())
      known.set(key, made)
      return made
    })
  })
}

/** @param now  the instant that counts as now */
export async function readFigures({ db, city }: Pick<Services, 'db' | 'city'>, stations: Stations, now: Date): Promise<Figures> {
  const { time_zone: timeZone } = await city()
  const [{ counts, weeks }, open, units] = await Promise.all([
    countDays(db, comparedDays(now, timeZone), stations, timeZone), countOpen({ db }, stations, now), countUnits({ db }, stations, now),
  ])
  const sumOf = (week: number, pick: (each: (typeof counts)[number]) => number) => counts.reduce((sum, each) => each.week === week ? sum + pick(each) : sum, 0)
  const today = counts.filter(each => each.week === 0)
  const byTop: Record<string, number> = {}
  for (const { top, n } of today) byTop[top] = (byTop[top] ?? 0) + n
  const currentHour = Number(localParts(now, timeZone)[1].slice(0, 2))
  const expected = rangeOf(weeks.map(week => sumOf(week, each => each.so_far)))
  const none = { median: null, low: null, high: null }
  return {
    as_of: now.toISOString(), scope: stations === 'all' ? 'all' : 'own',
    today: { count: today.reduce((sum, { n }) => sum + n, 0), by_top: byTop },
    expected: { ...expected ?? none, weeks: weeks.length },
    hours: Array.from({ length: 24 }, (_, hour) => ({
      hour, count: hour > currentHour ? null : sumOf(0, each => each.hour === hour ? each.n : 0),
      ...rangeOf(weeks.map(week => sumOf(week, each => each.hour === hour ? each.n : 0))) ?? none,
    })),
    open, units,
  }
}

async function countOpen({ db }: Pick<Services, 'db'>, stations: Stations, now: Date): Promise<Figures['open']> {
  const { rows: [row] } = await sql<{ n: number, oldest: Date | null }>`
    SELECT count(*)::integer AS n, min(received_at) AS oldest FROM incident
    WHERE status NOT IN ('closed', 'handled') AND status = ANY(${[...openStatuses]}::text[]) AND merged_into_id IS NULL
      AND received_at > ${now}::timestamptz - interval '3 days' AND ${inStations(stations, 'station_id')}`.execute(db)
  return { n: row!.n, oldest_received_at: row!.oldest?.toISOString() ?? null }
}

async function countUnits({ db }: Pick<Services, 'db'>, stations: Stations, now: Date): Promise<Figures['units']> {
  const { rows: [row] } = await sql<Figures['units']>`
    SELECT count(*) FILTER (WHERE s.meaning = 'available')::integer AS available, count(*) FILTER (WHERE s.meaning = 'enroute')::integer AS enroute,
           count(*) FILTER (WHERE s.meaning = 'on_scene')::integer AS on_scene, count(*) FILTER (WHERE s.meaning = 'unavailable')::integer AS unavailable,
           count(*) FILTER (WHERE p.at IS NULL OR p.at < ${now}::timestamptz - interval '30 minutes')::integer AS stale
    FROM unit u JOIN unit_status s ON s.code = u.status AND s.meaning <> 'off_duty' LEFT JOIN unit_position p ON p.unit_id = u.id
    WHERE ${inStations(stations, 'u.station_id')}`.execute(db)
  return row!
}
