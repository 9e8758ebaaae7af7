import { ImportRefused } from './refusal.ts'
import type { Zone } from './zones.ts'

export type Precision = 'minute' | 'hour' | 'day' | 'month'

/** How the texts of a time column are read. */
export interface TimeFormat {
  /** Epoch milliseconds, or what is wrong in words. */
  read(text: string): number | string
  precision: Precision
}

const tokens: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})', YY: '(?<shortYear>\\d{2})', MM: '(?<month>\\d{2})', M: '(?<month>\\d{1,2})', DD: '(?<day>\\d{2})', D: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{2})', H: '(?<hour>\\d{1,2})', hh: '(?<hour>\\d{2})', h: '(?<hour>\\d{1,2})', mm: '(?<minute>\\d{2})', m: '(?<minute>\\d{1,2})',
  ss: '(?<second>\\d{2})(?:\\.\\d+)?', s: '(?<second>\\d{1,2})(?:\\.\\d+)?', A: '(?<half>[AaPp][Mm]|上午|下午)',
}
// Fractions of a second are dropped; a zone at the end makes the zone of the mapping needless.
const iso = /^(?<year>\d{4})-(?<month>\d{2})(?:-(?<day>\d{2})(?:[T ](?<hour>\d{2}):?(?<minute>\d{2})?(?::?(?<second>\d{2})(?:[.,]\d+)?)?\s*(?<zone>Z|[+-]\d{2}(?::?\d{2})?)?)?)?$/

/**
 * @param format  `iso`, `epoch_s`, `epoch_ms`, or a pattern such as `M/D/YYYY H`
 * @param local   the zone of times that don't carry their own; undefined where none was given
 * @param column  for messages
 * @throws {ImportRefused} where the pattern lacks year or month
 */
export function timeFormat(format: string, local: Zone | undefined, column: string): TimeFormat {
  if (format === 'epoch_s' || format === 'epoch_ms') {
    const scale = format === 'epoch_s' ? 1000 : 1
    return { precision: 'minute', read: text => /^-?\d+(\.\d+)?$/.test(text) ? Number(text) * scale : `must be seconds since 1970 (${format})` }
  }
  const pattern = format === 'iso' ? iso : compile(format, column)
  return {
    precision: format === 'iso' ? 'minute' : /[HhmsA]/.test(format) ? (/m/.test(format) ? 'minute' : 'hour') : /D/.test(format) ? 'day' : 'month',
    read(text) {
      const parts = pattern.exec(text)?.groups
      if (!parts) return `must look like ${format === 'iso' ? '2010-01-31, 2010-01-31T06:00 or 2010-01-31T06:00:00+08:00' : format}`
      return instantOf(parts, local)
    },
  }
}

function compile(format: string, column: string): RegExp {
  const source = format.replace(/YYYY|YY|MM|M|DD|D|HH|H|hh|h|mm|m|ss|s|A|[\s\S]/g, token =>
    tokens[token] ?? (/\s/.test(token) ? '\\s+' : token.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')))
  if (!/[yY]ear>/.test(source) || !source.includes('<month>'))
    throw new ImportRefused(`the format "${format}" of ${column} needs at least YYYY and MM (or M)`)
  return new RegExp(`^${source}$`)
}

function instantOf(parts: Record<string, string | undefined>, local: Zone | undefined): number | string {
  const number = (name: string, otherwise: number) => parts[name] === undefined ? otherwise : Number(parts[name])
  const year = parts.shortYear === undefined ? number('year', 0) : 2000 + number('shortYear', 0) - (number('shortYear', 0) > 69 ? 100 : 0)
  const month = number('month', 1), day = number('day', 1)
  const half = parts.half
  const hour = half === undefined ? number('hour', 0) : number('hour', 0) % 12 + (/p|下/i.test(half) ? 12 : 0)
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (month < 1 || month > 12) return `is in month ${month}; there are twelve`
  if (day < 1 || day > days) return `names day ${day} of a month that has ${days}`
  if (hour > 23 || number('minute', 0) > 59 || number('second', 0) > 60) return 'has a time of day beyond 23:59:59'
  const asUtc = Date.UTC(year, month - 1, day, hour, number('minute', 0), Math.min(59, number('second', 0)))
  if (parts.zone === 'Z') return asUtc
  if (parts.zone !== undefined) {
    const [, sign, hours, minutes] = /([+-])(\d{2}):?(\d{2})?/.exec(parts.zone)!
    return asUtc - (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0)) * 60_000
  }
  if (!local) return 'is a local time and its zone is unknown'
  return local.instant(asUtc) ?? `never came in ${local.name}: clocks went forward over it`
}

/** Whether texts in this format carry their own zone, judged by a sample. */
export const carriesZone = (samples: string[]): boolean => samples.length > 0 && samples.every(text => iso.exec(text)?.groups?.zone !== undefined)

/**
 * The format of a sample of texts; undefined where none fits.
 *
 * @throws {ImportRefused} where days and months can't be told apart
 */
export function guessFormat(samples: string[], column: string): string | undefined {
  if (samples.length === 0) return undefined
  if (samples.every(text => iso.test(text))) return samples.every(text => /^\d{4}-\d{2}$/.test(text)) ? 'YYYY-MM' : samples.every(text => /^\d{4}-\d{2}-\d{2}$/.test(text)) ? 'YYYY-MM-DD' : 'iso'
  if (samples.every(text => /^1\d{12}$/.test(text))) return 'epoch_ms'
  if (samples.every(text => /^1\d{9}$/.test(text))) return 'epoch_s'
  const times = ['', ' H:mm:ss', ' H:mm', ' H', ' h:mm:ss A', ' h:mm A', ' H时mm分ss秒', ' H时mm分', ' H时']
  const days = ['YYYY-M-D', 'YYYY/M/D', 'YYYY.M.D', 'YYYYMMDD', 'YYYY年M月D日', 'YYYY/M', 'YYYY年M月', 'D.M.YYYY', 'M/D/YYYY', 'D/M/YYYY', 'M-D-YYYY', 'D-M-YYYY']
  const patterns = [...days.flatMap(day => times.flatMap(time => [day + time, day + time.trimStart()])), 'YYYYMMDDHHmmss', 'YYYY-M-DTH:mm:ss']
  const fits = [...new Set(patterns)].filter(pattern => {
    const { read } = timeFormat(pattern, undefined, column)
    return samples.every(text => { const result = read(text); return typeof result === 'number' || result.startsWith('is a local time') })
  })
  const [first, second] = fits
  if (first && second && first.replace(/D|M/g, '') === second.replace(/D|M/g, '') && first.replace('M', 'x').replace('D', 'M').replace('x', 'D') === second)
    throw new ImportRefused(`column "${column}": "${samples[0]}" may be ${first} or ${second}; say which in a mapping ("format": "${first}")`)
  return first
}
