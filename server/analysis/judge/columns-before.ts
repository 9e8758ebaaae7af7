import { lowerBound } from '../choose.ts'
import type { IncidentColumns } from '../columns.ts'

/** The columns as they were at an instant: rows received from then on aren't in them. Views of the same memory. */
export function columnsBefore(columns: IncidentColumns, instant: number): IncidentColumns {
  const rows = lowerBound(columns.received, instant)
  const cut = Object.entries(columns).map(([name, value]: [string, unknown]) => [name, ArrayBuffer.isView(value) ? (value as Int32Array).subarray(0, rows) : value])
  return { ...Object.fromEntries(cut) as IncidentColumns, rows }
}
