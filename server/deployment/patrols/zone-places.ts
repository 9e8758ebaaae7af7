import { sql } from 'kysely'
import type { SignedIn } from '../../access/sessions.ts'
import type { Question } from '../../analysis/choose.ts'
import { readQuestion, type Selection } from '../../analysis/selection.ts'
import { BadInput, type Fault } from '../../errors.ts'
import type { Services } from '../../services.ts'
import { readZones, type Zone } from '../../zones/zone.ts'
import { weeksOf } from '../demand/windows.ts'
import type { BusyPlace } from './busiest.ts'

/** Looked at where a zone was drawn on no evidence. */
const usualWeeks = 8
/** Enough to find some that lie apart. */
const mostPlaces = 60

/** A zone with its busy places, the busiest first. */
export interface ZonePlaces { id: number, name: string, /** That its incidents were counted in. */ weeks: number, places: BusyPlace[] }

/**
 * Where a zone's incidents are, of those that the caller sees: what its evidence counted, by type, hour and window, or, where it
 * has none, the eight weeks before the shift.
 *
 * @throws {BadInput} for a zone that isn't there, was withdrawn, doesn't hold during the shift or has no incidents
 */
export async function findZonePlaces(services: Pick<Services, 'db' | 'open' | 'analysis' | 'vocabulary'>, signedIn: SignedIn, ids: readonly number[], span: { from: Date, to: Date }): Promise<ZonePlaces[]> {
  if (ids.length === 0) return []
  const { db, analysis } = services, { timeZone } = await services.vocabulary(), source = services.open('incidents', signedIn), faults: Fault[] = []
  const zones = await readZones(db, sql`z.id = ANY(${[...ids]}::integer[])`), byId = new Map(zones.map(zone => [zone.id, zone]))
  const fault = (i: number, detail: string) => { faults.push({ pointer: `/body/zones/${i}`, value: ids[i], detail }) }
  ids.forEach((id, i) => {
    const zone = byId.get(id)
    if (!zone) fault(i, 'there is no such zone; see /api/zones')
    else if (zone.withdrawn) fault(i, `"${zone.name}" was withdrawn`)
    else if (Date.parse(zone.valid_from) >= span.to.getTime() || Date.parse(zone.valid_to) <= span.from.getTime()) fault(i, `"${zone.name}" holds from ${zone.valid_from} to ${zone.valid_to}, not during the shift: renew it by a new version, or draw stops`)
  })
  if (faults.length > 0) throw new BadInput(...faults)
  const now = new Date(), asked = ids.map(id => byId.get(id)!), questions: Question[] = []
  for (const zone of asked) questions.push(await readQuestion(db, source.layer, selectionOf(zone, span.from < now ? span.from : now), timeZone))
  const places = await analysis.quick.busiest({ columns: await analysis.columns.get(source), questions, most: mostPlaces })
  places.forEach((found, i) => { if (found.length === 0) fault(i, `"${asked[i]!.name}" has no incidents that you see within ${new Date(questions[i]!.from * 1000).toISOString()} to ${new Date(questions[i]!.to * 1000).toISOString()}: draw stops there instead`) })
  if (faults.length > 0) throw new BadInput(...faults)
  return asked.map(({ id, name }, i) => ({ id, name, weeks: weeksOf(questions[i]!), places: places[i]! }))
}

function selectionOf({ id, version, evidence }: Zone, before: Date): Selection {
  const zone = { id, version }
  if (evidence?.selection) {
    const { division_id: _division, area: _area, zone: _zone, ...incidents } = evidence.selection
    return { ...incidents, zone }
  }
  return { from: new Date(before.getTime() - usualWeeks * 7 * 86_400_000).toISOString(), to: before.toISOString(), zone }
}
