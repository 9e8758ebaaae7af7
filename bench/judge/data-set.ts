import type { IncidentColumns } from '../../server/analysis/columns.ts'
import type { TimeOffsets } from '../../server/analysis/time-offsets.ts'
import type { JudgedWindow } from '../../server/analysis/judge/windows.ts'

/** How a set of windows is judged. */
export interface Split {
  title: string
  windows: JudgedWindow[]
}

/** Real incidents, ready to be judged on. */
export interface DataSet {
  id: string
  title: string
  /** What was read, what was left out and why, and what the study area is. */
  notes: string[]
  columns: IncidentColumns
  offsets: TimeOffsets
  /** Names of types by their number. */
  types: ReadonlyMap<number | undefined, string>
  resolutions: number[]
  splits: Split[]
  /** Cells in which something can happen, known before the first judged day; without, those of any incident in the first find window. */
  cells?: (resolution: number) => string[]
  /** Methods that make no sense here, and why. */
  without: Readonly<Record<string, string>>
}

/** Columns of numbers that grow row by row, with what was left out. */
export class Reading {
  readonly longitude: number[] = []
  readonly latitude: number[] = []
  readonly received: number[] = []
  readonly code: number[] = []
  readonly types = new Map<string, number>()
  read = 0
  readonly leftOut: Record<string, number> = {}

  add(point: [number, number] | null, received: number, type: string): void {
    this.read++
    if (point === null) return this.omit('no coordinates, or far outside')
    if (!Number.isFinite(received)) return this.omit('no date')
    this.longitude.push(point[0])
    this.latitude.push(point[1])
    this.received.push(received)
    this.code.push(this.numberOf(type))
  }

  numberOf(type: string): number {
    const known = this.types.get(type)
    if (known !== undefined) return known
    const made = 10_000 * (this.types.size + 1)
    this.types.set(type, made)
    return made
  }

  get note(): string {
    const out = Object.entries(this.leftOut).map(([why, n]) => `${n.toLocaleString('en')} (${why})`).join(', ')
    return `${this.read.toLocaleString('en')} rows read; left out: ${out || 'none'}.`
  }

  omit(why: string): void {
    this.leftOut[why] = (this.leftOut[why] ?? 0) + 1
  }
}
