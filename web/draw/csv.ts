/** One row of what an area holds: a layer, one of its measures or kinds, and how many. */
export interface AreaRow { layer: string, what: string, value: number | null, unit: string, note: string }

/**
 * Rows as CSV for a spreadsheet: a byte-order mark so that Chinese opens right, CRLF, and text that a spreadsheet would
 * run as a formula defused.
 *
 * @param header  labels of the five columns
 */
export function areaCsv(header: readonly string[], rows: readonly AreaRow[]): string {
  const lines = rows.map(row => [row.layer, row.what, row.value === null ? '' : String(row.value), row.unit, row.note])
  return `\ufeff${[header, ...lines].map(line => line.map(field).join(',')).join('\r\n')}\r\n`
}

function field(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
