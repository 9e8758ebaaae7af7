import type { SignedIn } from '../access/sessions.ts'
import { answerOf } from '../analysis/routes.ts'
import { readQuestion, type Area, type Selection } from '../analysis/selection.ts'
import { BadInput } from '../errors.ts'
import type { Services } from '../services.ts'
import type { Figures } from './figures.ts'

/** What a run was, frozen: nothing of it is ever computed again. */
export interface Evidence {
  selection: Selection
  method: string
  parameters: Record<string, unknown>
  /** Parameters that were computed from the data. */
  computed: string[]
  resolution: number
  revision: number
  as_of: string
  size: number
  size_before: number
  left_out: Record<string, number>
  figures: Figures
}

/** How a method or zone did on later data, frozen: `overall`, `difference` and `verdict` of the judgement. */
export type Judgement = Record<string, unknown>

/** What freezing needs of the services: a script that isn't a server can give it too. */
export type Freezer = Pick<Services, 'db' | 'analysis' | 'open' | 'vocabulary'>

const judgementId = 'judgement'

/**
 * Freeze a finished run of the caller as evidence for a zone: what was asked, over what, and the zone's figures.
 *
 * @param geometry  a valid polygon
 * @throws {BadInput} where the run isn't the caller's, isn't there any more, hasn't ended or is a judgement
 */
export async function freezeEvidence(services: Freezer, signedIn: SignedIn, runId: string, geometry: Area, squareMetres: number): Promise<Evidence> {
  const { method, parameters, computed, resolution, revision, as_of, size, size_before, left_out, selection } = finished(services, signedIn, runId, '/body/evidence/run_id')
  if (method === judgementId) throw new BadInput({ pointer: '/body/evidence/run_id', value: runId, detail: 'is a judgement: give it as judgement, and the run that found the zone as evidence' })
  const source = services.open('incidents', signedIn), { timeZone } = await services.vocabulary()
  const [question, columns, area] = await Promise.all([readQuestion(services.db, source.layer, selection, timeZone), services.analysis.columns.get(source), services.analysis.studyArea(resolution)])
  return { selection, method, parameters, computed, resolution, revision, as_of, size, size_before, left_out, figures: await services.analysis.quick.figures({ columns, question, area, zone: geometry, squareMetres }) }
}

/** The same of a judgement: its summary, not its windows. @throws {BadInput} where the run is none */
export function freezeJudgement(services: Freezer, signedIn: SignedIn, runId: string, pointer = '/body/judgement/run_id'): Judgement {
  const { result, method, selection, parameters, resolution, revision, as_of } = finished(services, signedIn, runId, pointer)
  if (method !== judgementId) throw new BadInput({ pointer, value: runId, detail: `is a run of ${method}; a judgement is made by POST /api/analysis/judgements` })
  const { windows, curve: _, ...summary } = result as { windows?: unknown[], curve?: unknown }
  return { ...summary, windows: windows?.length ?? 0, selection, parameters, resolution, revision, as_of }
}

/**
 * The answer of a finished run of the caller.
 *
 * @throws {BadInput} naming why there is none
 */
export function finished(services: Pick<Services, 'analysis'>, signedIn: SignedIn, runId: string, pointer: string) {
  const fault = (detail: string) => new BadInput({ pointer, value: runId, detail })
  let run
  try { run = services.analysis.engine.runs.own(runId, signedIn.account.id) } catch { throw fault('is no run of yours that is still there: runs are kept for an hour; run it again') }
  const answer = answerOf(run)
  if (answer.state !== 'done' || !('result' in answer)) throw fault(`must be a run that is done; this one is: ${answer.state}`)
  return { ...answer, selection: answer.selection as Selection }
}
