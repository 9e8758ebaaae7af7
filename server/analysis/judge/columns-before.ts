import type { IncidentColumns } from '../columns.ts'

/** The columns as they were at an instant: rows received from then on aren't in them. Views of the same memory. */
export function columnsBefore(columns: IncidentColumns, instant: number): IncidentColumns {
  let low = 0, high = columns.rows
  while (low < high) {
    const middle = (low + high) >>> 1
    if (columns.received[middle]! < instant) low = middle + 1; else high = middle
  }
  const cut = Object.entries(columns).map(([name, value]: [string, unknown]) => [name, ArrayBuffer.isView(value) ? (value as Int32Array).subarray(0, low) : value])
  return { ...Object.fromEntries(cut) as IncidentColumns, rows: low }
}
