import type { Static } from 'typebox'
import type { comparisonSchema } from '../../server/deployment/compare/compare.ts'
import type { lookSchema } from '../../server/deployment/compare/look.ts'
import type { whatIfSchema } from '../../server/deployment/compare/what-if.ts'
import type { Move } from '../../server/deployment/plans/schemas.ts'
import type { RunProgress } from '../../server/deployment/runs/runs.ts'
import type { SolveQuestion } from '../../server/deployment/solve/ask.ts'
import type { standSchema, Told } from '../../server/deployment/solve/solved.ts'
import type { ToldReason } from '../../server/deployment/solve/tell-reasons.ts'

export type { Move, RunProgress, SolveQuestion, Told, ToldReason }
export type { PlanFigures } from '../../server/deployment/figures/evaluate.ts'
export type { DeploymentPlan } from '../../server/deployment/plans/plan.ts'
export type { Interval } from '../../server/deployment/figures/intervals.ts'
/** A run, or a kept plan. */
export type Which = { run_id: string, of_shift?: string } | { plan_id: number }
export type Stand = Static<typeof standSchema>
export type WhatIf = Static<typeof whatIfSchema>
/** A plan's cells, and the sites that its posts may be moved to by name. */
export type Look = Static<typeof lookSchema>
export type Cells = Look['cells']
export type Candidate = Look['candidates'][number]
export type Comparison = Static<typeof comparisonSchema>

/** A plan as the search found it, of one shift where it was asked by shifts. */
export interface Solved { shift: string | null, moved: string[], result: Told }

/** What the server says of a search at any time. */
export type SolveReply =
  | { id: string, state: 'running', progress: RunProgress }
  | { id: string, state: 'done', seconds: number, result?: Told, shifts?: { shift: string, moved: string[], result: Told }[] }
  | { id: string, state: 'infeasible' | 'unknown', reasons: ToldReason[] }
  | { id: string, state: 'cancelled' }
  | { id: string, state: 'failed', detail: string }
