import type { SimulatedPlan } from '../server/deployment/simulate/simulate.ts'

/** A share as a row of a table has it. */
export const percent = (share: number | null): string => share === null ? '' : `${(share * 100).toFixed(1)} %`
export const interval = (each: { mean: number, low: number, high: number } | null): string => each === null ? '' : `${percent(each.mean)} (${(each.low * 100).toFixed(1)} to ${(each.high * 100).toFixed(1)})`
/** Of the crews' time on duty, how much they were out. */
export const meanLoad = ({ crews }: Pick<SimulatedPlan, 'crews'>): string => percent(crews.reduce((sum, { load }) => sum + (load?.mean ?? 0), 0) / crews.length)
