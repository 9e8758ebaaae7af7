import type { Table, Value } from './table.ts'

/** What stands at the head of everything that leaves the system: who took what, when, from where. */
export interface Watermark {
  who: string
  when: string
  server: string
  /** What it is, in words. */
  what: string
  as_of: string
  revision: number
}

/** One line, whatever names hold. */
const lineOf = ({ who, when, server, what, as_of, revision }: Watermark): string =>
  `# ${what} | 导出 exported by ${who} | ${when} | ${server} | 数据 data as of ${as_of}, revision ${revision}`.replace(/[\r\n]+/g, ' ')

/** CSV (RFC 4180, UTF-8 with its mark so that spreadsheets read Chinese) below a line that begins with #. */
export function toCsv({ columns, rows }: Table, watermark: Watermark): string {
  return `\ufeff${[lineOf(watermark), columns.map(field).join(','), ...rows.map(row => row.map(field).join(','))].join('\r\n')}\r\n`
}

function field(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  // A spreadsheet must not take a text for a formula.
  const text = /^[=+\-@\t]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** GeoJSON (RFC 7946) with the watermark as a foreign member. */
export function toGeoJson({ columns, rows, places }: Table & { places: NonNullable<Table['places']> }, watermark: Watermark): string {
  return JSON.stringify({
    type: 'FeatureCollection', watermark,
    features: rows.map((row, i) => ({ type: 'Feature', geometry: places(i), properties: Object.fromEntries(columns.map((name, k) => [name, row[k]])) })),
  })
}
