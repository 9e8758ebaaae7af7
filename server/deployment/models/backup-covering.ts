import { solveLayers } from './layered-cover.ts'
import type { Answer, Problem, Tools } from './problem.ts'

export interface BackupParameters {
  /** What a second unit in reach is worth beside the first, 0 to 1. */
  backupWorth: number
  /** Every cell with demand must have a first one: BACOP1 of the paper, else BACOP2. */
  coverAll?: boolean
}

/**
 * Posts such that demand is covered, and covered again for when the first unit is out (Hogan & ReVelle 1986).
 *
 * The objective is demand covered once plus `backupWorth` × demand covered twice. Sites with room may get two units, which back
 * each other up.
 *
 * @throws {RangeError} for a worth outside 0 to 1
 */
export function backupCovering(problem: Problem, tools: Tools, { backupWorth, coverAll = false }: BackupParameters): Answer {
  if (!(backupWorth >= 0 && backupWorth <= 1)) throw new RangeError(`backupWorth is ${backupWorth}; it must be from 0 to 1`)
  return solveLayers(problem, tools, { gains: [1, backupWorth], coverAll })
}
