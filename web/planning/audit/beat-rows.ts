import type { Beats } from './types.ts'

export interface BeatRow {
  /** Of the load of all beats, 0 to 1. */
  share: number
  /** Above (+) or below the beats' mean load, as a share of it. */
  deviation: number
  cells: number
  /** From the beat's centre by road, weighted by load; null without any. */
  meanSeconds: number | null
}

/** Beats with their loads set against each other. Where nothing is to be done at all, loads are alike. */
export function beatRows({ beats }: Pick<Beats, 'beats'>): BeatRow[] {
  const all = beats.reduce((sum, { load }) => sum + load, 0)
  return beats.map(({ load, cells, mean_seconds: meanSeconds }) => {
    const share = all > 0 ? load / all : 1 / beats.length
    return { share, deviation: share * beats.length - 1, cells, meanSeconds }
  })
}
