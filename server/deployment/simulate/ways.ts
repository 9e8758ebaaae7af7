import type { Services } from '../../services.ts'
import { rowsOf, type Stand } from '../figures/stands.ts'
import { secondsBack } from '../situation/time-situation.ts'
import type { Situation } from '../situation/situation.ts'
import type { City } from './replay.ts'

/**
 * The ways of a simulation: there with siren where the plan has one, back without, both as long as the hour of the day makes them.
 *
 * @param stands  of all plans, each once
 * Cost: two searches of the roads a stand, in threads but for stands that are no candidate sites.
 */
export async function waysOf({ deployment, network }: Pick<Services, 'deployment' | 'network'>, situation: Situation, stands: readonly Stand[]): Promise<City> {
  const rows = await rowsOf(await deployment.timed(situation), stands), cells = situation.demand.cells.length, seconds = new Float32Array(stands.length * cells)
  rows.forEach((row, i) => seconds.set(row, i * cells))
  const city: City = { siteCount: stands.length, seconds, limits: Float64Array.from(situation.ground.limits) }
  const { kind, times, hour } = situation.travel
  if (times === 'straight_line') return city
  const back = await secondsBack(network, stands, situation)
  if (kind === 'foot') return { ...city, back }
  const { hours } = network.speeds(), pace = hours[kind]
  return { ...city, back, factors: Float64Array.from(pace, each => pace[hour]! / each) }
}
