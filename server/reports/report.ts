import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Label } from '../../layers/layer.ts'
import type { SignedIn } from '../access/sessions.ts'
import type { Method } from '../analysis/method.ts'
import { methodOf } from '../analysis/methods/index.ts'
import type { Selection } from '../analysis/selection.ts'
import type { Database } from '../database.ts'
import { BadInput, NotFound } from '../errors.ts'
import { instant } from '../instant.ts'
import type { Services } from '../services.ts'
import { finished, freezeJudgement, type Judgement } from '../zones/evidence.ts'
import { readZones, type Zone } from '../zones/zone.ts'
import { wordsOf, type SelectionWords } from './words.ts'

/** Everything that a report's page needs, as it stood when it was saved. */
export interface ReportContent {
  /** What the link that made it held. */
  question: object
  words: SelectionWords
  conclusions: string | null
  method: Pick<Method, 'id' | 'title' | 'purpose' | 'source' | 'parameters' | 'shows' | 'limits' | 'ranks'>
  selection: Selection
  parameters: Record<string, unknown>
  computed: string[]
  resolution: number
  revision: number
  as_of: string
  size: number
  size_before: number
  left_out: Record<string, number>
  seconds: number
  result: object
  /** The result's figures beside its columns and tables. */
  figures: Record<string, unknown>
  limits: Label[]
  sources: Label[]
  zones: Zone[]
  /** Hours of the week of the same selection; null where it wasn't asked for. */
  clock: { hours: number[], without_hour: number } | null
  judgement: Judgement | null
  /** What is on the page, by the page's own names; null where it wasn't said: everything. */
  parts: string[] | null
}

export interface ReportHead { id: number, title: string, language: 'zh' | 'en', method: string, author: string, created_at: string }

/**
 * Freeze a finished run of the caller into what a report holds.
 *
 * @throws {BadInput} where a run or a zone isn't there, or the clock is of another selection
 */
export async function freezeReport(services: Services, signedIn: SignedIn, { run_id: runId, question, conclusions, zone_ids: zoneIds, clock_run_id: clockId, judgement_run_id: judgementId, parts }: { run_id: string, question: object, conclusions: string | null, zone_ids: readonly number[], clock_run_id?: string, judgement_run_id?: string, parts?: string[] }): Promise<ReportContent> {
  const { db } = services
  const { method: id, selection, parameters, computed, resolution, revision, as_of, size, size_before, left_out, seconds, result } = finished(services, signedIn, runId, '/body/run_id')
  const method = methodOf(id)
  if (!method) throw new BadInput({ pointer: '/body/run_id', value: runId, detail: `is a run of ${id}: a report is made of a method's run; a judgement comes with its zones` })
  const [words, zones] = await Promise.all([wordsOf(db, selection), readZones(db, sql`z.id = ANY(${[...zoneIds]}::integer[])`)])
  const missing = zoneIds.filter(each => !zones.some(zone => zone.id === each))
  if (missing.length) throw new BadInput({ pointer: '/body/zone_ids', value: missing, detail: 'there are no such zones; see /api/zones' })
  const clock = clockId === undefined ? null : freezeClock(services, signedIn, clockId, selection), judgement = judgementId === undefined ? null : freezeJudgement(services, signedIn, judgementId, '/body/judgement_run_id')
  const { title, purpose, source, parameters: described, shows, limits, ranks } = method
  return {
    question, words, conclusions, method: { id, title, purpose, source, parameters: described, ...(shows && { shows }), ...(limits && { limits }), ...(ranks && { ranks }) },
    selection, parameters, computed, resolution, revision, as_of, size, size_before, left_out, seconds, result,
    figures: Object.fromEntries(Object.entries(result).filter(([, value]) => !Array.isArray(value))), limits: limits ? [limits] : [], sources: sourcesOf(method, as_of, revision), zones, clock, judgement, parts: parts ?? null,
  }
}

function freezeClock(services: Services, signedIn: SignedIn, runId: string, selection: Selection): ReportContent['clock'] {
  const run = finished(services, signedIn, runId, '/body/clock_run_id')
  if (run.method !== 'clock' || !isDeepStrictEqual(run.selection, selection)) throw new BadInput({ pointer: '/body/clock_run_id', value: runId, detail: 'must be a run of the method clock over the report\'s own selection' })
  const { hours, without_hour } = run.result as { hours: number[], without_hour: number }
  return { hours, without_hour }
}

const sourcesOf = ({ source }: Method, asOf: string, revision: number): Label[] => [
  { zh: `警情：本系统，截至 ${asOf}，数据版本 ${revision}`, en: `Incidents: this system, as of ${asOf}, revision ${revision}` },
  { zh: '研究区：有地址或道路的网格', en: 'Study area: cells with an address or a road' },
  { zh: `方法：${source}`, en: `Method: ${source}` },
]

const head = sql`r.id, r.title, r.language, r.method, r.author, ${instant('r.created_at')} AS created_at`

/** @throws {NotFound} */
export async function readReport(db: Database, id: number): Promise<ReportHead & ReportContent> {
  const { rows: [row] } = await sql<ReportHead & { content: ReportContent }>`SELECT ${head}, r.content FROM report r WHERE r.id = ${id}`.execute(db)
  if (!row) throw new NotFound('report', id)
  const { content, method: _, ...rest } = row
  return { ...rest, ...content } as unknown as ReportHead & ReportContent
}

/** Newest first. @param before  only those with a smaller id: how the next page is asked for */
export async function listReports(db: Database, limit: number, before?: number): Promise<ReportHead[]> {
  return (await sql<ReportHead>`SELECT ${head} FROM report r WHERE ${before === undefined ? sql`true` : sql`r.id < ${before}`} ORDER BY r.id DESC LIMIT ${limit}`.execute(db)).rows
}
