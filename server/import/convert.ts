import { hash } from 'node:crypto'
import type { Geometry } from 'geojson'
import { placeGeometry, placePoint, toWgs84, type Placed } from './geometry.ts'
import { refusePersonal, type Plan } from './plan.ts'
import { findIdentityNumber } from './privacy.ts'
import type { SourceRecord } from './readers/source.ts'
import { BadValue, ImportRefused } from './refusal.ts'
import { cellText, narrow } from './values.ts'
import { parseWkt } from './wkt.ts'
import { zone } from './zones.ts'

/** Rows to stage of one record; more than one where a multi-geometry was split. */
export interface Converted {
  /** Undefined where its content has to identify it. */
  key: string | undefined
  /** The first 96 bits of the SHA-1 of its content, for rows without a key. */
  content: string | undefined
  /** Undefined where its address gives the point, or it has none. */
  places: (Placed | undefined)[]
  values: (string | null)[]
  /** Things that don't agree, though the row is loaded. */
  doubts: BadValue[]
}

/** Turns records into rows, and counts what looks like identity numbers so that a column of them ends the import. */
export class Converter {
  readonly #plan: Plan
  #columns = 0
  #kept: number[] = []
  readonly #filled: number[] = []
  readonly #identities: number[] = []

  constructor(plan: Plan) { this.#plan = plan }

  /**
   * @returns what is wrong where the record can't be stored
   * @throws {ImportRefused} where a whole column turns out to be of identity numbers, or a late one is personal
   */
  convert(record: SourceRecord): Converted | BadValue {
    const { fields, source } = this.#plan
    if (source.columns.length !== this.#columns) this.#learnColumns()
    const identity = this.#lookForIdentity(record)
    if (identity) return identity
    if (source.lineIs === 'line' && record.values.length !== source.columns.length)
      return new BadValue('', `${record.values.length} cells`, 'wrong number of cells', `the header has ${source.columns.length}; check quotes and delimiters`)
    const places = this.#placesOf(record)
    if (places instanceof BadValue) return places
    const values: (string | null)[] = []
    for (const field of fields) {
      const value = field.read(record)
      if (value instanceof BadValue) return value
      values.push(value)
    }
    const key = this.#keyOf(record)
    if (key instanceof BadValue) return key
    const doubts = this.#check(record, values)
    const refused = doubts.find(doubt => doubt.kind === 'refused')
    return refused ?? { key, content: key === undefined ? this.#contentOf(record) : undefined, places, values, doubts }
  }

  /** After the last row: a column of identity numbers that was too short to be noticed on the way. */
  end(): void { this.#identities.forEach((n, column) => { if (n >= 2 && n * 2 > this.#filled[column]!) this.#refuseColumn(column) }) }

  #learnColumns(): void {
    const { source, drop, target } = this.#plan
    refusePersonal(source.columns.slice(this.#columns), drop, target)
    this.#columns = source.columns.length
    this.#kept = source.columns.map((_, i) => i).filter(i => !drop.has(source.columns[i]!))
    while (this.#filled.length < this.#columns) { this.#filled.push(0); this.#identities.push(0) }
  }

  #lookForIdentity(record: SourceRecord): BadValue | undefined {
    let found: BadValue | undefined
    for (const i of this.#kept) {
      const text = record.values[i]
      if (!text) continue
      this.#filled[i]!++
      if (text.length < 18 || !findIdentityNumber(text)) continue
      this.#identities[i]!++
      if (this.#identities[i]! >= 20 && this.#identities[i]! * 2 > this.#filled[i]!) this.#refuseColumn(i)
      found ??= identityFound(this.#plan.source.columns[i]!)
    }
    if (found || !record.identity) return found
    const dropped = record.values.some((text, i) => text && !this.#kept.includes(i) && findIdentityNumber(text))
    return dropped ? undefined : identityFound('')
  }

  #refuseColumn(column: number): never {
    const name = this.#plan.source.columns[column]!
    throw new ImportRefused(`column "${name}" holds citizen identity numbers (18 digits with a valid check), which this system doesn't hold; nothing was loaded. Take it out of the file, or leave it out by a mapping: "drop": [${JSON.stringify(name)}]`)
  }

  #placesOf(record: SourceRecord): (Placed | undefined)[] | BadValue {
    const { place, position, target, datum } = this.#plan
    if (place === 'address') return [undefined]
    const { withoutPoint } = target.rules
    if (place === 'record') {
      if (withoutPoint && (!record.geometry || isNowhere(record.geometry))) return [undefined]
      return record.geometry ? this.#geometry(record.geometry, 'geometry') : new BadValue('geometry', null, 'no coordinate', 'has no geometry')
    }
    if ('geometry' in place) {
      const text = cellText(record.values[position(place.geometry)])
      const geometry = text === null ? undefined : parseWkt(text)
      if (withoutPoint && (text === null || geometry && isNowhere(geometry))) return [undefined]
      return geometry ? this.#geometry(geometry, place.geometry)
        : new BadValue(place.geometry, text, 'no coordinate', `must be well-known text such as ${target.geometry} (…)`)
    }
    const x = cellText(record.values[position(place.longitude)]), y = cellText(record.values[position(place.latitude)])
    if (withoutPoint && x === null && y === null) return [undefined]
    if (x === null || y === null) return new BadValue(x === null ? place.longitude : place.latitude, null, 'no coordinate', 'is empty; a row needs a longitude and a latitude')
    const longitude = Number(narrow(x)), latitude = Number(narrow(y))
    if (Number.isNaN(longitude)) return new BadValue(place.longitude, x, 'no coordinate', 'must be a number of degrees')
    if (Number.isNaN(latitude)) return new BadValue(place.latitude, y, 'no coordinate', 'must be a number of degrees')
    if (Math.abs(longitude) > 180) return new BadValue(place.longitude, x, 'no coordinate', 'must be degrees within ±180; metres or feet of a local grid have to be converted first')
    if (Math.abs(latitude) > 90) return new BadValue(place.latitude, y, 'no coordinate', `must be degrees within ±90${Math.abs(longitude) <= 90 ? '; are longitude and latitude swapped?' : ''}`)
    if (longitude === 0 && latitude === 0) return withoutPoint ? [undefined] : new BadValue(`${place.longitude} + ${place.latitude}`, '0, 0', 'no coordinate', 'is 0, 0, which stands for an address that wasn\'t found')
    const [east, north] = datum === 'wgs84' ? [longitude, latitude] : toWgs84([longitude, latitude], datum)
    return this.#outside(east!, north!, `${place.longitude} + ${place.latitude}`, `${x}, ${y}`) ?? [placePoint(east!, north!)]
  }

  #geometry(geometry: Geometry, column: string): Placed[] | BadValue {
    const places = placeGeometry(geometry, this.#plan.target.geometry, this.#plan.datum)
    if (typeof places === 'string') return new BadValue(column, geometry.type, 'no coordinate', places)
    if (places.length === 0) return new BadValue(column, geometry.type, 'no coordinate', 'is an empty geometry')
    for (const { longitude, latitude } of places) {
      const outside = this.#outside(longitude, latitude, column, `${longitude.toFixed(5)}, ${latitude.toFixed(5)}`)
      if (outside) return outside
    }
    return places
  }

  #outside(longitude: number, latitude: number, column: string, value: string): BadValue | undefined {
    const { area, areaIs } = this.#plan
    if (!area || (longitude >= area[0] && longitude <= area[2] && latitude >= area[1] && latitude <= area[3])) return undefined
    return new BadValue(column, value, 'outside the area', `lies outside ${areaIs} (${area.join(', ')})`)
  }

  #keyOf(record: SourceRecord): string | undefined | BadValue {
    const { key, position } = this.#plan
    if (key.length === 0) return undefined
    const parts = key.map(column => cellText(record.values[position(column)]))
    const empty = parts.indexOf(null)
    return empty < 0 ? narrow(parts.join('|')) : new BadValue(key[empty]!, null, 'no key', 'is empty; the key identifies a row')
  }

  /** Of all columns that aren't dropped, so that a change of the mapping doesn't make other rows of them. */
  #contentOf(record: SourceRecord): string {
    let text = ''
    for (const i of this.#kept) text += `${record.values[i] ?? ''}\x1f`
    return hash('sha1', record.geometry ? text + JSON.stringify(record.geometry) : text, 'hex').slice(0, 24)
  }

  #check(record: SourceRecord, values: (string | null)[]): BadValue[] {
    const { mapping, fields, position } = this.#plan
    if (!mapping.checks) return []
    return mapping.checks.flatMap(check => {
      const instant = values[fields.findIndex(field => field.column.name === check.of)]
      const text = cellText(record.values[position(check.column)])
      if (!instant || text === null) return []
      const at = Date.parse(instant)
      const local = new Date(at + zone(check.time_zone).offset(at))
      const expected = { hour: local.getUTCHours(), day: local.getUTCDate(), month: local.getUTCMonth() + 1, year: local.getUTCFullYear() }[check.part]
      if (Number(narrow(text)) === expected) return []
      return [new BadValue(check.column, text, check.refuse ? 'refused' : `${check.column} disagrees`, `${check.of} ${instant} is ${check.part} ${expected} in ${check.time_zone}`)]
    })
  }
}

// The number itself goes nowhere, not even into the report.
const identityFound = (column: string) => new BadValue(column, '(hidden)', 'identity number', 'holds a citizen identity number (18 digits with a valid check), which this system doesn\'t hold')

/** Null Island stands for an address that wasn't found. */
const isNowhere = (geometry: Geometry): boolean =>
  geometry.type === 'Point' && (geometry.coordinates.length === 0 || geometry.coordinates[0] === 0 && geometry.coordinates[1] === 0)
