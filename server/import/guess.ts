import { fold } from './dictionary.ts'
import type { Mapping, PropertyMapping } from './mapping.ts'
import type { Source, SourceRecord } from './readers/source.ts'
import type { Target } from './target.ts'
import { carriesZone, guessFormat } from './time-format.ts'
import { cellText, narrow } from './values.ts'
import { parseWkt } from './wkt.ts'

const longitudes = ['longitude', 'lon', 'lng', 'long', 'wgs84 lon', 'gcj02 lng', 'point x', 'x', '经度', '东经', '坐标x', 'x坐标']
const latitudes = ['latitude', 'lat', 'wgs84 lat', 'gcj02 lat', 'point y', 'y', '纬度', '北纬', '坐标y', 'y坐标']
const geometries = ['geometry', 'geom', 'wkt', 'the geom', 'shape', '几何', '坐标']
const hours = ['hour', 'time', 'time of day', '时间', '小时', '时刻', '时']
const keys = ['id', 'key', 'uid', 'uuid', 'guid', 'objectid', 'case number', 'incident number', 'report number', 'record id', 'code', 'number', '编号', '编码', '代码', '案件编号', '警情编号', '序号', 'adcode', 'gid', 'fid']

/** Properties that hold another value in every row; a house number or a class isn't one. */
const identifying = new Set(['number', 'code'])

/** A header in words: lower case, one space between words, whatever stood there. */
export const words = (header: string): string =>
  fold(header.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_\-.:/]+/g, ' ').replace(/[（(].*?[)）]/g, ''))

/**
 * A mapping read off the header and the first rows. Formats with fixed columns name properties outright.
 * Leaves out what it can't tell; the plan says what is missing.
 *
 * @throws {ImportRefused} where days and months of a date can't be told apart
 */
export function guessMapping(source: Source, sample: SourceRecord[], target: Target): Mapping {
  const named = source.columns.map(column => ({ column, words: words(column) }))
  const used = new Set<string>()
  const values = (column: string) => sample.map(record => cellText(record.values[source.columns.indexOf(column)])).filter(value => value !== null).map(narrow)
  const take = (names: readonly string[], fits: (column: string) => boolean = () => true): string | undefined => {
    for (const name of names) {
      const found = named.find(one => one.words === name && !used.has(one.column) && fits(one.column))
      if (found) { used.add(found.column); return found.column }
    }
    return undefined
  }
  const properties: Record<string, PropertyMapping> = {}
  if (!source.hasGeometry) guessPlace(properties, take, values, target)
  for (const [name, column] of target.columns) {
    const label = column.property?.label
    const names = [words(name), ...(label ? [fold(label.zh), fold(label.en)] : []), ...(target.rules.guesses?.[name] ?? [])]
    const isTime = column.type.startsWith('timestamp') || column.type === 'date'
    const found = take(names, one => (!isTime || guessFormat(values(one), one) !== undefined) && (!identifying.has(name) || isKey(values(one))))
    if (found === undefined) continue
    properties[name] = isTime ? guessTime(found, values, take) : { column: found }
  }
  const keyColumn = source.keyColumn ?? guessKey(named, values, properties)
  return { layer: target.layer.id, properties, ...(keyColumn !== undefined && { key: [keyColumn] }) }
}

type Take = (names: readonly string[], fits?: (column: string) => boolean) => string | undefined

function guessPlace(properties: Record<string, PropertyMapping>, take: Take, values: (column: string) => string[], target: Target): void {
  const within = (limit: number) => (column: string) => values(column).every(value => Math.abs(Number(value)) <= limit)
  const longitude = take(longitudes, within(180))
  const latitude = take(latitudes, within(180))
  if (longitude !== undefined && latitude !== undefined && target.geometry === 'POINT') {
    properties.longitude = { column: longitude }
    properties.latitude = { column: latitude }
    return
  }
  const geometry = take(geometries, column => { const texts = values(column); return texts.length > 0 && parseWkt(texts[0]!) !== undefined })
  if (geometry !== undefined) properties.geometry = { column: geometry }
}

/** A date that has its time of day in a column of its own takes that too. */
function guessTime(column: string, values: (column: string) => string[], take: Take): PropertyMapping {
  const dates = values(column)
  const format = guessFormat(dates, column)!
  const dayOnly = /D/.test(format) && !/[Hh]/.test(format)
  const hour = dayOnly ? take(hours, one => { const texts = values(one); return texts.length > 0 && texts.every(text => /^\d{1,2}(:\d{2}){0,2}$/.test(text)) }) : undefined
  if (hour !== undefined) {
    const joined = dates.map((date, i) => `${date} ${values(hour)[i] ?? ''}`)
    const both = guessFormat(joined, column)
    if (both !== undefined) return { columns: [column, hour], format: both }
  }
  return { column, format, ...(carriesZone(dates) && { time_zone: 'UTC' }) }
}

/** The first column that is called like a key and holds a different value in every row of the sample. */
function guessKey(named: { column: string, words: string }[], values: (column: string) => string[], properties: Record<string, PropertyMapping>): string | undefined {
  const places = new Set([properties.longitude?.column, properties.latitude?.column])
  return keys.map(key => named.find(one => one.words === key)?.column)
    .find(column => column !== undefined && !places.has(column) && isKey(values(column)))
}

const isKey = (values: string[]): boolean => values.length > 0 && new Set(values).size === values.length
