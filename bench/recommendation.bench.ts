import { sql } from 'kysely'
import { recommend, type Target } from '../server/dispatch/recommend/recommend.ts'
import { usualSettings } from '../server/dispatch/recommend/settings.ts'
import { planJourney, travel } from '../server/dispatch/recommend/travel.ts'
import { metresBetween } from '../server/desk/locate.ts'
import { ms, quantile, timed, type Context, type Line } from './context.ts'

const rounds = 60

/**
 * Who should go, from the question to the answer with reasons and coverage, at the size of the city; held against asking
 * the roads about every unit that is free, which is what the shortlist saves, and against the nearest by straight line only.
 */
export async function bench({ services, random }: Context): Promise<Line[]> {
  const { db, units, network } = services
  const roads = await network.ready()
  // As on a usual evening: what the seed left is two days old or more.
  await sql`UPDATE unit_position SET at = now()`.execute(db)
  await units.reload()
  const free = [...units.all()].filter(unit => unit.meaning === 'available' && unit.fix)
  const { rows: places } = await sql<Target>`
    SELECT id, code, grade, station_id, ST_X(geom) AS longitude, ST_Y(geom) AS latitude FROM incident WHERE geom IS NOT NULL AND received_at > (SELECT max(received_at) FROM incident) - interval '14 days' ORDER BY id`.execute(db)
  const targets = Array.from({ length: rounds }, () => places[Math.floor(random() * places.length)]!)
  const request = { kinds: [], capabilities: [], unitsWanted: 1, siren: true }
  await recommend(services, targets[0]!, request)
  const whole: number[] = [], without: number[] = [], everybody: number[] = [], straight: number[] = [], looked: number[] = []
  for (const target of targets) {
    whole.push(await timed(() => recommend(services, target, request)))
    without.push(await timed(async () => { looked.push((await recommend(services, target, request, { coverage: false })).looked_at) }))
    everybody.push(await timed(async () => {
      const { longitude, latitude } = target
      const journey = planJourney({ network: roads, longitude, latitude, hour: 20, siren: true, settings: usualSettings })
      travel(journey, free.map(unit => ({ unit, metres: metresBetween(unit.fix!, { longitude, latitude }) })))
    }))
    straight.push(await timed(async () => { units.nearest(target.longitude, target.latitude, usualSettings.enough, unit => unit.meaning === 'available') }))
  }
  const all = quantile(everybody, 0.5), line = quantile(straight, 0.5)
  const size = `${free.length} free units, ${roads.edgeCount} roads`
  return [
    { name: `recommendation without coverage, median (${quantile(looked, 0.5)} looked at)`, ours: ms(quantile(without, 0.5)), reference: `roads to ${size} ${ms(all)}`, ratio: quantile(without, 0.5) / all },
    { name: 'recommendation with coverage, median', ours: ms(quantile(whole, 0.5)), reference: `roads to ${size} ${ms(all)}`, ratio: quantile(whole, 0.5) / all },
    { name: 'recommendation with coverage, 95th percentile', ours: ms(quantile(whole, 0.95)), reference: `five by straight line only ${ms(line)}`, ratio: quantile(whole, 0.95) / line },
  ]
}
