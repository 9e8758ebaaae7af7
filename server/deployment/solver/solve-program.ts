import type { Highs } from 'highs'
import type { Program } from './program.ts'

export interface SolveOptions {
  /** `performance.now()` at which to stop. */
  deadline: number
  /** Stop when the proven gap is no more than this share of the objective; 0: at the proven optimum. */
  wantedGap: number
  /** A feasible point to begin with. */
  start?: ArrayLike<number>
  /** Stop as soon as what is known answers the question. */
  stopWhen?: (found: { objective: number | null, bound: number }) => boolean
  /**
   * The program is a covering one, cut down already: no presolve, and the primal simplex, which begins at the plan without
   * posts. Its first relaxation then takes a third to an eighth of the time.
   */
  covering?: boolean
  /** Called as the search goes on; `objective` null while nothing feasible is known. */
  tell?: (found: { objective: number | null, bound: number }) => void
}

export interface Solved {
  /** `ended`: the time, or the wanted gap, came before the optimum. */
  status: 'optimal' | 'ended' | 'infeasible'
  /** By column; null where nothing feasible was found. */
  values: Float64Array | null
  objective: number | null
  /** No feasible point is better. */
  bound: number
}

/** Numbers that are the same but for how a computer adds. */
const rounding = 1e-6

/**
 * Solve a program with HiGHS (Huangfu & Hall 2018) on this thread, which is busy until it ends: belongs in a worker.
 *
 * @throws {Error} where HiGHS fails other than by finding the program infeasible
 */
export function solveProgram(highs: Highs, program: Program, { deadline, wantedGap, start, stopWhen, covering = false, tell }: SolveOptions): Solved {
  const worst = program.sense === 'minimise' ? -Infinity : Infinity
  const seconds = (deadline - performance.now()) / 1000
  if (seconds <= 0) return { status: 'ended', values: start ? Float64Array.from(start) : null, objective: start ? program.objectiveAt(start) : null, bound: worst }
  const { constants: { modelStatus, callbackType, objectiveSense, variableType } } = highs
  const columns = program.costs.length, rows = program.rowLower.length, mixed = program.whole.includes(true)
  return highs.withModel({
    numCols: columns, numRows: rows, sense: program.sense === 'minimise' ? objectiveSense.minimize : objectiveSense.maximize, offset: 0,
    colCost: Float64Array.from(program.costs), colLower: Float64Array.from(program.lower), colUpper: Float64Array.from(program.upper),
    rowLower: Float64Array.from(program.rowLower), rowUpper: Float64Array.from(program.rowUpper),
    matrix: { format: 'csr', numRows: rows, numCols: columns, starts: Int32Array.from(program.starts), indices: Int32Array.from(program.indices), values: Float64Array.from(program.values) },
    ...(mixed ? { integrality: Int32Array.from(program.whole, whole => whole ? variableType.integer : variableType.continuous) } : {}),
  }, (model): Solved => {
    model.options.set({ output_flag: false, time_limit: seconds, random_seed: 1, mip_rel_gap: wantedGap, mip_abs_gap: rounding, ...(covering ? { presolve: 'off', simplex_strategy: 4 } : {}) })
    if (start && mixed) model.setSolution({ colValue: Float64Array.from(start) })
    const look = ({ mip_primal_bound: primal, mip_dual_bound: bound }: { mip_primal_bound?: number, mip_dual_bound?: number }): boolean => {
      if (bound === undefined || !Number.isFinite(bound)) return false
      const found = { objective: primal !== undefined && Math.abs(primal) < 1e30 ? primal : null, bound }
      tell?.(found)
      return stopWhen?.(found) ?? false
    }
    model.run(mixed ? {
      [callbackType.mipLogging](event) { look(event.data) },
      [callbackType.mipInterrupt](event) { if (look(event.data) || performance.now() > deadline) event.interrupt() },
    } : {})
    const status = model.getModelStatus()
    if (status === modelStatus.infeasible) return { status: 'infeasible', values: null, objective: null, bound: -worst }
    const ended = [modelStatus.timeLimit, modelStatus.interrupted, modelStatus.solutionLimit].includes(status as never)
    if (status !== modelStatus.optimal && !ended) throw new Error(`HiGHS ended with status ${status}`)
    const feasible = model.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible
    const values = feasible ? model.getSolution().colValue : null, objective = values ? program.objectiveAt(values) : null
    const bound = mixed ? Number(model.info.get('mip_dual_bound')) : ended || objective === null ? worst : objective
    const gap = objective === null ? Infinity : Math.abs(objective - bound)
    return { status: !ended && gap <= rounding * Math.max(1, Math.abs(objective!)) ? 'optimal' : 'ended', values, objective, bound: Number.isFinite(bound) ? bound : worst }
  })
}
