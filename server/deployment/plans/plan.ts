import { sql, type RawBuilder } from 'kysely'
import type { Selection } from '../../analysis/selection.ts'
import type { Database } from '../../database.ts'
import { instant } from '../../instant.ts'
import type { Stand } from '../figures/stands.ts'
import type { SolveQuestion } from '../solve/ask.ts'
import type { Told } from '../solve/solved.ts'

export const planStatuses = ['draft', 'published', 'withdrawn'] as const
export type PlanStatus = (typeof planStatuses)[number]

/** What of a search's result is kept with a plan: all but its cells, which are the situation's. */
export type KeptResult = Omit<Told, 'cells'>

/** A plan as it was made. Instants are UTC, days local. */
export interface DeploymentPlan {
  id: number
  name: string
  division_id: number | null
  shift: string | null
  valid_from: string
  valid_to: string
  force: string
  model: string
  parameters: Omit<SolveQuestion, 'selection'>
  selection: Selection
  judge_from: string
  judge_to: string | null
  situation: string
  sites: Stand[]
  result: KeptResult
  /** A hand changed the sites after the search: objective and bound are the search's, the figures the plan's. */
  moved: boolean
  status: PlanStatus
  author: string
  created_at: string
  published: { at: string, by: string } | null
  withdrawn: { at: string, by: string, reason: string } | null
}

/** Plans that meet a condition on `deployment_plan p`, newest first. */
export async function readPlans(db: Database, condition: RawBuilder<unknown>, limit = 200): Promise<DeploymentPlan[]> {
  const { rows } = await sql<{ plan: DeploymentPlan }>`
    SELECT json_build_object('id', p.id, 'name', p.name, 'division_id', p.division_id, 'shift', p.shift, 'valid_from', p.valid_from, 'valid_to', p.valid_to, 'force', p.force,
      'model', p.model, 'parameters', p.parameters, 'selection', p.selection, 'judge_from', ${instant('p.judge_from')}, 'judge_to', ${instant('p.judge_to')}, 'situation', p.situation,
      'sites', p.sites, 'result', p.result, 'moved', p.moved, 'status', p.status, 'author', p.author, 'created_at', ${instant('p.created_at')},
      'published', CASE WHEN p.published_at IS NOT NULL THEN json_build_object('at', ${instant('p.published_at')}, 'by', p.published_by) END,
      'withdrawn', CASE WHEN p.withdrawn_at IS NOT NULL THEN json_build_object('at', ${instant('p.withdrawn_at')}, 'by', p.withdrawn_by, 'reason', p.withdrawn_reason) END) AS plan
    FROM deployment_plan p WHERE ${condition} ORDER BY p.id DESC LIMIT ${limit}`.execute(db)
  return rows.map(({ plan }) => plan)
}
