import { sql } from 'kysely'
import { Type, type Static } from 'typebox'
import type { Layer } from '../../layers/layer.ts'
import { parseInstant } from '../../layers/time.ts'
import { checkArea } from '../area/count-area.ts'
import type { Database } from '../database.ts'
import { BadInput, type Fault } from '../errors.ts'
import type { Question } from './choose.ts'
import { timeOffsets } from './time-offsets.ts'

/** Which incidents are meant. One selection drives every method. */
export const selectionSchema = Type.Object({
  codes: Type.Optional(Type.Array(Type.String({ pattern: '^([0-9]{2}){1,3}$' }), { maxItems: 200, description: 'types; a code stands for all below it; none means all' })),
  from: Type.String({ description: 'an instant with its offset, or a date: local midnight' }),
  to: Type.String({ description: 'the first instant after the window' }),
  hours: Type.Optional(Type.Array(Type.Integer({ minimum: 0, maximum: 167 }), { minItems: 1, maxItems: 168, description: 'hours of the local week; 0 is Monday 00:00 to 01:00' })),
  division_id: Type.Optional(Type.Integer({ minimum: 1 })),
  area: Type.Optional(Type.Unsafe<Area>(Type.Object({ type: Type.Union([Type.Literal('Polygon'), Type.Literal('MultiPolygon')]), coordinates: Type.Array(Type.Any()) }))),
  channels: Type.Optional(Type.Array(Type.String(), { minItems: 1, description: 'sources; patrol-discovered incidents are left out unless they are named' })),
  statuses: Type.Optional(Type.Array(Type.String(), { minItems: 1 })),
  place_categories: Type.Optional(Type.Array(Type.String(), { minItems: 1 })),
  trusted_to: Type.Optional(Type.String({ description: 'the coarsest level to which a coordinate must be trusted: road unless told' })),
}, { additionalProperties: false })

export type Area = { type: 'Polygon', coordinates: [number, number][][] } | { type: 'MultiPolygon', coordinates: [number, number][][][] }
export type Selection = Static<typeof selectionSchema>

const patrol = 'patrol'

/**
 * A selection as numbers for the workers.
 *
 * @throws {BadInput} naming each part that makes no sense
 */
export async function readQuestion(db: Database, layer: Layer, selection: Selection, timeZone: string): Promise<Question> {
  const faults: Fault[] = []
  const [from, to] = (['from', 'to'] as const).map(name => {
    const instant = parseInstant(selection[name], timeZone)
    if (!instant) faults.push({ pointer: `/body/selection/${name}`, value: selection[name], detail: 'must be an existing date (2026-11-22) or an instant with its offset' })
    return instant
  })
  if (from && to && from >= to) faults.push({ pointer: '/body/selection/to', value: selection.to, detail: `must be later than from (${selection.from})` })
  const among = (name: 'channels' | 'statuses', property: string, otherwise: (value: string) => boolean) => {
    const choices = Object.keys(layer.properties[property]!.choices!), wanted = selection[name]
    const wrong = wanted?.filter(each => !choices.includes(each)) ?? []
    if (wrong.length) faults.push({ pointer: `/body/selection/${name}`, value: wrong.join(','), detail: `must be among ${choices.join(', ')}` })
    return [false, ...choices.map(each => wanted ? wanted.includes(each) : otherwise(each))]
  }
  const channels = among('channels', 'channel', each => each !== patrol)
  const statuses = selection.statuses ? among('statuses', 'status', () => true) : null
  const levels = Object.keys(layer.properties.point_level!.choices!), trusted = levels.indexOf(selection.trusted_to ?? 'road')
  if (trusted < 0) faults.push({ pointer: '/body/selection/trusted_to', value: selection.trusted_to, detail: `must be among ${levels.join(', ')}` })
  if (faults.length) throw new BadInput(...faults)
  const [start, end] = [Math.floor(from!.getTime() / 1000), Math.ceil(to!.getTime() / 1000)]
  return {
    from: start, to: end, codes: (selection.codes ?? []).map(codeRange),
    hours: selection.hours ? Array.from({ length: 168 }, (_, hour) => selection.hours!.includes(hour)) : null,
    channels, patrol: Object.keys(layer.properties.channel!.choices!).indexOf(patrol) + 1, statuses,
    pointLevels: [false, ...levels.map((_, i) => i >= trusted)],
    knowsHour: [false, ...Object.keys(layer.properties.time_precision!.choices!).map(each => each === 'minute' || each === 'hour')],
    ...await readPlace(db, selection), places: selection.place_categories ? await readPlaces(db, selection.place_categories) : null,
    offsets: timeOffsets(timeZone, start, end),
  }
}

/** Six digits: 0103 stands for 010300 to 010399. */
function codeRange(code: string): [number, number] {
  return [Number(code.padEnd(6, '0')), Number(code.padEnd(6, '9'))]
}

async function readPlace(db: Database, { division_id: division, area }: Selection): Promise<Pick<Question, 'stations' | 'rings'>> {
  if (division !== undefined && area) throw new BadInput({ pointer: '/body/selection/area', value: area.type, detail: 'give either an area or a division, not both' })
  if (area) {
    const { fault } = await checkArea(db, JSON.stringify(area)).catch(() => ({ fault: 'it can\'t be read' }))
    if (fault) throw new BadInput({ pointer: '/body/selection/area', value: fault, detail: 'must be a valid polygon in degrees, whose rings are closed and don\'t cross themselves' })
    return { stations: null, rings: area.type === 'Polygon' ? area.coordinates : area.coordinates.flat() }
  }
  if (division === undefined) return { stations: null, rings: null }
  const { rows: [found] } = await sql<{ kind: string, geometry: string, stations: number[] }>`
    SELECT kind, ST_AsGeoJSON(geom, 6) AS geometry, ARRAY(SELECT b.id FROM division b WHERE b.kind = 'station' AND b.path <@ d.path) AS stations
    FROM division d WHERE id = ${division}`.execute(db)
  if (!found) throw new BadInput({ pointer: '/body/selection/division_id', value: division, detail: 'there is no such division; see the layer divisions' })
  if (['bureau', 'branch', 'station'].includes(found.kind)) return { stations: found.stations, rings: null }
  const geometry = JSON.parse(found.geometry) as Area
  return { stations: null, rings: geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat() }
}

async function readPlaces(db: Database, categories: readonly string[]): Promise<number[]> {
  const { rows: known } = await sql<{ code: string }>`SELECT code FROM place_category ORDER BY code`.execute(db)
  const wrong = categories.filter(each => !known.some(({ code }) => code === each))
  if (wrong.length) throw new BadInput({ pointer: '/body/selection/place_categories', value: wrong.join(','), detail: `must be among ${known.map(({ code }) => code).join(', ')}` })
  const { rows } = await sql<{ id: number }>`SELECT id FROM place WHERE category = ANY(${[...categories]}::text[])`.execute(db)
  return rows.map(({ id }) => id)
}
