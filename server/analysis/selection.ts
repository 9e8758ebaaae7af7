import { sql } from 'kysely'
import { Type, type Static } from 'typebox'
import type { Layer } from '../../layers/layer.ts'
import { parseInstant } from '../../layers/time.ts'
import type { Database } from '../database.ts'
import { BadInput, type Fault } from '../errors.ts'
import type { Question } from './choose.ts'
import { rowId } from '../shapes.ts'
import { dayKinds, dayNumber, type DayKind } from './local-days.ts'
import { readPlace, type Area } from './selected-place.ts'
import { timeOffsets } from './time-offsets.ts'
import { readHolidays, readShifts } from './vocabulary.ts'

export type { Area } from './selected-place.ts'

/** A polygon, or several; what PostGIS makes of it decides whether it is one. */
export const areaSchema = Type.Unsafe<Area>(Type.Object({ type: Type.Union([Type.Literal('Polygon'), Type.Literal('MultiPolygon')]), coordinates: Type.Array(Type.Any()) }))
export const zoneSchema = Type.Object({ id: rowId(), version: Type.Optional(rowId('the newest unless told')) }, { additionalProperties: false })

/** Which incidents are meant. One selection drives every method. */
export const selectionSchema = Type.Object({
  codes: Type.Optional(Type.Array(Type.String({ pattern: '^([0-9]{2}){1,3}$' }), { maxItems: 200, description: 'types; a code stands for all below it; none means all' })),
  by_code: Type.Optional(Type.Unsafe<Question['byCode']>(Type.Union([Type.Literal('resolved'), Type.Literal('taken'), Type.Literal('either')], { description: 'which of both codes is meant; unset: resolved, as found where that is known, else as taken' }))),
  from: Type.String({ description: 'an instant with its offset, or a date: local midnight' }),
  to: Type.String({ description: 'the first instant after the window' }),
  hours: Type.Optional(Type.Array(Type.Integer({ minimum: 0, maximum: 167 }), { minItems: 1, maxItems: 168, description: 'hours of the local week; 0 is Monday 00:00 to 01:00' })),
  shifts: Type.Optional(Type.Array(Type.String(), { minItems: 1, description: 'ids of shifts, see /api/analysis/vocabulary; with hours, both must hold' })),
  days: Type.Optional(Type.Array(Type.Unsafe<DayKind>(Type.Union(dayKinds.map(kind => Type.Literal(kind)))), { minItems: 1, description: 'kinds of local days; a make-up workday is a workday' })),
  division_id: Type.Optional(rowId()),
  area: Type.Optional(areaSchema),
  zone: Type.Optional(zoneSchema),
  channels: Type.Optional(Type.Array(Type.String(), { minItems: 1, description: 'sources; patrol-discovered incidents are left out unless they are named' })),
  statuses: Type.Optional(Type.Array(Type.String(), { minItems: 1 })),
  place_categories: Type.Optional(Type.Array(Type.String(), { minItems: 1 })),
  trusted_to: Type.Optional(Type.String({ description: 'the coarsest level to which a coordinate must be trusted: road unless told' })),
}, { additionalProperties: false })

export type Selection = Static<typeof selectionSchema>

const patrol = 'patrol'
/** In any time zone. No records lie beyond, and the clock is followed from one end of a window to the other. */
const [earliest, latest] = [new Date(Date.UTC(1969, 11, 31)), new Date(Date.UTC(2100, 0, 1, 12))]

/**
 * A selection as numbers for the workers. Everything that it names (shifts, holidays, a zone's version) is resolved, so
 * that equal questions have equal answers.
 *
 * @throws {BadInput} naming each part that makes no sense
 */
export async function readQuestion(db: Database, layer: Layer, selection: Selection, timeZone: string): Promise<Question> {
  const faults: Fault[] = []
  const [from, to] = (['from', 'to'] as const).map(name => {
    const instant = parseInstant(selection[name], timeZone)
    if (!instant || instant < earliest || instant > latest) faults.push({
      pointer: `/body/selection/${name}`, value: selection[name], detail: instant ? 'must lie within the years 1970 to 2099' : 'must be an existing date (2026-11-22) or an instant with its offset',
    })
    return instant
  })
  if (from && to && from >= to) faults.push({ pointer: '/body/selection/to', value: selection.to, detail: `must be later than from (${selection.from})` })
  else if (from && from.getTime() > Date.now()) faults.push({ pointer: '/body/selection/from', value: selection.from, detail: await upTo(db) })
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
  await checkCodes(db, selection.codes ?? [], faults)
  const hours = await readHours(db, selection, faults)
  if (faults.length) throw new BadInput(...faults)
  const [start, end] = [Math.floor(from!.getTime() / 1000), Math.ceil(to!.getTime() / 1000)]
  const precise = (...among: string[]) => [false, ...Object.keys(layer.properties.time_precision!.choices!).map(each => among.includes(each))]
  return {
    from: start, to: end, codes: (selection.codes ?? []).map(codeRange), byCode: selection.by_code ?? 'resolved', hours,
    days: selection.days ? { kinds: selection.days, exceptions: (await readHolidays(db)).map(({ day, kind }) => [dayNumber(day), kind] as const) } : null,
    channels, patrol: Object.keys(layer.properties.channel!.choices!).indexOf(patrol) + 1, statuses,
    pointLevels: [false, ...levels.map((_, i) => i >= trusted)], knowsHour: precise('minute', 'hour'), knowsDay: precise('minute', 'hour', 'day'),
    ...await readPlace(db, selection), places: selection.place_categories ? await readPlaces(db, selection.place_categories) : null,
    // Also of the windows that methods compare with: the one before, and last year's.
    offsets: timeOffsets(timeZone, start - Math.max(end - start, 400 * 86_400), end),
  }
}

/** Hours of the week: those asked for that also belong to the shifts asked for. */
async function readHours(db: Database, { hours, shifts }: Selection, faults: Fault[]): Promise<boolean[] | null> {
  if (!hours && !shifts) return null
  const known = shifts ? await readShifts(db) : [], wrong = shifts?.filter(each => !known.some(({ id }) => id === each)) ?? []
  if (wrong.length) {
    faults.push({ pointer: '/body/selection/shifts', value: wrong.join(','), detail: `must be among ${known.map(({ id }) => id).join(', ') || 'the shifts of the setting "shifts", which names none'}` })
    return null
  }
  const inShift = shifts && new Set(known.filter(({ id }) => shifts.includes(id)).flatMap(shift => shift.hours))
  const wanted = Array.from({ length: 168 }, (_, hour) => (!hours || hours.includes(hour)) && (!inShift || inShift.has(hour % 24)))
  if (!wanted.includes(true))
    faults.push({ pointer: '/body/selection/shifts', value: shifts!.join(','), detail: `has no hour in common with hours (${hours?.join(', ') ?? 'all'}): the shifts are the hours ${[...inShift!].sort((a, b) => a - b).join(', ') || 'none'} of each day` })
  return wanted
}

async function upTo(db: Database): Promise<string> {
  const { rows: [row] } = await sql<{ at: Date | null }>`SELECT max(received_at) AS at FROM incident`.execute(db)
  return `the whole window lies in the future; ${row!.at ? `there are incidents up to ${row!.at.toISOString()}` : 'there are no incidents yet'}`
}

/** A type that the dictionary doesn't have would quietly give no incidents. */
async function checkCodes(db: Database, codes: readonly string[], faults: Fault[]): Promise<void> {
  const { rows } = await sql<{ code: string }>`
    SELECT code FROM unnest(${[...codes]}::text[]) AS asked (code) WHERE NOT EXISTS (SELECT 1 FROM incident_type t WHERE starts_with(t.code, asked.code))`.execute(db)
  if (rows.length) faults.push({ pointer: '/body/selection/codes', value: rows.map(({ code }) => code).join(','), detail: 'must be types, or the first digits of types, of the dictionary of incident types' })
}

/** Six digits: 0103 stands for 010300 to 010399. */
function codeRange(code: string): [number, number] {
  return [Number(code.padEnd(6, '0')), Number(code.padEnd(6, '9'))]
}

async function readPlaces(db: Database, categories: readonly string[]): Promise<number[]> {
  const { rows: known } = await sql<{ code: string }>`SELECT code FROM place_category ORDER BY code`.execute(db)
  const wrong = categories.filter(each => !known.some(({ code }) => code === each))
  if (wrong.length) throw new BadInput({ pointer: '/body/selection/place_categories', value: wrong.join(','), detail: `must be among ${known.map(({ code }) => code).join(', ')}` })
  const { rows } = await sql<{ id: number }>`SELECT id FROM place WHERE category = ANY(${[...categories]}::text[])`.execute(db)
  return rows.map(({ id }) => id)
}
