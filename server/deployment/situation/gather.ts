import { sql } from 'kysely'
import type { SignedIn } from '../../access/sessions.ts'
import type { Question } from '../../analysis/choose.ts'
import type { IncidentColumns } from '../../analysis/columns.ts'
import { nameVersion } from '../../analysis/selected-place.ts'
import { readQuestion, type Selection } from '../../analysis/selection.ts'
import type { Database } from '../../database.ts'
import { BadInput } from '../../errors.ts'
import { kindOfUnit } from '../../network/speeds.ts'
import type { Services } from '../../services.ts'
import type { Demand, EstimateKind } from '../demand/gather-demand.ts'
import type { Weighing } from '../demand/weights.ts'
import { partWindow, type Windows } from '../demand/windows.ts'
import { findSites } from '../sites/find-sites.ts'
import { usualHeldOutWeeks, type Ask } from './ask.ts'
import { describeGround } from './ground.ts'
import type { Situation, Travel } from './situation.ts'

const mostCells = 2_000

/** A question about demand, read: what plans are built on and what they may be judged by. */
export interface Gathered {
  selection: Selection
  question: Question
  columns: IncidentColumns
  /** What of the incidents the caller sees. */
  seen: string
  windows: Windows
  weighing: Weighing
  demand: Demand
}

type Needed = Pick<Services, 'db' | 'open' | 'vocabulary' | 'analysis' | 'network' | 'deployment'>

/**
 * Demand of the weeks that a plan may see.
 *
 * @throws {BadInput} naming each part that makes no sense
 */
export async function gather(services: Needed, signedIn: SignedIn, ask: Pick<Ask, 'selection' | 'zones' | 'held_out_weeks' | 'weights' | 'resolution'>, estimate: EstimateKind): Promise<Gathered> {
  const source = services.open('incidents', signedIn), { timeZone, dictionaries } = await services.vocabulary()
  const selection = await placeInZones(services.db, await nameVersion(services.db, ask.selection), ask.zones)
  const question = await readQuestion(services.db, source.layer, selection, timeZone)
  const windows = partWindow(question, ask.held_out_weeks ?? usualHeldOutWeeks, Math.floor(Date.now() / 1000)), weighing: Weighing = { types: dictionaries.incident_type, weights: ask.weights ?? {} }
  const { analysis } = services, resolutions = ask.resolution === undefined ? [9, 8, 7] : [ask.resolution]
  const [columns, ...areas] = await Promise.all([analysis.columns.get(source), ...resolutions.map(resolution => analysis.studyArea(resolution))])
  const demand = await analysis.quick.demand({ columns, question, window: windows.find, areas, mostCells, weighing, estimate })
  if ('tooMany' in demand) throw new BadInput({ pointer: ask.resolution === undefined ? '/body/selection' : '/body/resolution', value: resolutions.at(-1), detail: `gives ${demand.tooMany} cells of demand; ${mostCells} are the most: choose ${ask.resolution === undefined ? 'a smaller area' : 'coarser cells or a smaller area'}` })
  return { selection, question, columns, seen: source.disclosure.key, windows, weighing, demand }
}

/** A whole situation: demand, ground, sites, times allowed. */
export async function gatherSituation(services: Needed, signedIn: SignedIn, ask: Ask, estimate: EstimateKind): Promise<Gathered & { situation: Situation }> {
  const gathered = await gather(services, signedIn, ask, estimate), { demand, question } = gathered
  const force = ask.force ?? 'patrol_car', kind = kindOfUnit(force)
  const travel: Travel = {
    force, kind, siren: (ask.siren ?? true) && kind !== 'foot', hour: ask.hour ?? busiestHour(demand),
    times: ask.straight_line ? 'straight_line' : 'road', kmh: ask.straight_line?.kmh ?? null,
  }
  const ground = await describeGround(services, demand, force, ask.minutes ?? {}), sites = await findSites(services, signedIn, question, ask.sites ?? {})
  return { ...gathered, situation: { demand, ground, sites, travel } }
}

/** Of the day, in all days of the week together. */
const busiestHour = ({ hours }: Demand): number => {
  const byDay = Array.from({ length: 24 }, (_, hour) => hours.reduce((sum, weight, i) => i % 24 === hour ? sum + weight : sum, 0))
  return byDay.indexOf(Math.max(...byDay))
}

/** A selection within any of some zones. @throws {BadInput} for zones that aren't there, or a selection that has a place of its own */
async function placeInZones(db: Database, selection: Selection, zones: readonly number[] | undefined): Promise<Selection> {
  if (!zones) return selection
  const place = (['division_id', 'area', 'zone'] as const).find(name => selection[name] !== undefined)
  if (place) throw new BadInput({ pointer: '/body/zones', value: zones.join(', '), detail: `the selection names a place of its own (${place}): give either` })
  const { rows } = await sql<{ id: number }>`SELECT id FROM zone WHERE id = ANY(${[...zones]}::integer[]) AND withdrawn_at IS NULL`.execute(db)
  const missing = zones.filter(id => !rows.some(row => row.id === id))
  if (missing.length > 0) throw new BadInput({ pointer: '/body/zones', value: missing.join(', '), detail: 'there are no such zones, or they were withdrawn; see /api/zones' })
  const { rows: [union] } = await sql<{ geometry: string }>`SELECT ST_AsGeoJSON(ST_Multi(ST_UnaryUnion(ST_Collect(geom))), 7) AS geometry FROM zone WHERE id = ANY(${[...zones]}::integer[])`.execute(db)
  return { ...selection, area: JSON.parse(union!.geometry) as NonNullable<Selection['area']> }
}
