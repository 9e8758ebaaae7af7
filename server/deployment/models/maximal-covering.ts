import { solveLayers } from './layered-cover.ts'
import type { Answer, Problem, Tools } from './problem.ts'

/**
 * Posts such that most demand lies within the minutes allowed of one of them: the maximal covering location problem (Church &
 * ReVelle 1974).
 *
 * The objective is the demand covered, in the unit of the weights. `leftOut` is what no allowed site can cover.
 *
 * Cost: with HiGHS, 2,000 cells × 300 sites × 13 posts take one to ten seconds, the more the more sites reach a cell.
 */
export const maximalCovering = (problem: Problem, tools: Tools): Answer => solveLayers(problem, tools, { gains: [1] })
