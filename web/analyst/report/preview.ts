import type { Problem } from '../../api-shapes.ts'
import type { Language } from '../../i18n.ts'
import { ApiProblem } from '../../api.ts'
import { send } from '../../ask.ts'
import { parameterWords } from '../../report/parameter-words.ts'
import type { Sheet, SheetPart, SheetZone } from '../../report/sheet.ts'
import type { Judgement } from '../judge/types.ts'
import { sentencesOf } from '../result/sentences.ts'
import type { MethodEntry, Question, RunAnswer, RunReply, Selection } from '../types.ts'

export interface Draft {
  title: string
  conclusions: string
  language: Language
  parts: readonly SheetPart[]
  author: string
  answer: RunAnswer
  method: MethodEntry
  question: Question
  selection: Sheet['selection']
  clock: Sheet['clock']
  judgement: Judgement | null
  zones: SheetZone[]
  now: number
}

/** The page as it would be saved now. */
export function sheetOfDraft({ answer, method, judgement, now, ...draft }: Draft): Sheet {
  const { revision, as_of, size, size_before, left_out, result, resolution } = answer
  return {
    ...draft, id: null, created_at: new Date(now).toISOString(), conclusions: draft.conclusions.trim(), title: draft.title.trim(),
    method: { id: method.id, title: method.title, source: method.source, limits: method.limits ?? null, shows: method.shows ?? {}, ranks: method.ranks ?? null },
    parameters: parameterWords(method, answer.parameters, draft.language), resolution, revision, as_of, size, size_before, left_out, result,
    sentences: sentencesOf(answer), judgement: judgement && { verdict: judgement.verdict, overall: judgement.overall, windows: judgement.windows.length },
  }
}

/** The hours of the week of the same selection; null where there is nothing to tell. @throws {ApiProblem} also where they didn't come in time or at all */
export async function clockOf(selection: Selection): Promise<(NonNullable<Sheet['clock']> & { runId: string }) | null> {
  const reply = await send<RunReply<{ hours: number[], without_hour: number }>>('POST', '/api/analysis/runs', { method: 'clock', selection, wait_ms: 20_000 })
  if (reply.state === 'done') return { runId: reply.id, hours: reply.result.hours, without_hour: reply.result.without_hour }
  if (reply.state === 'nothing') return null
  throw new ApiProblem(unmade[reply.state])
}

/** Why there are no hours of the week although there is something to tell. */
const unmade: Record<'running' | 'cancelled' | 'failed', Problem> = {
  running: { type: 'about:blank', title: 'not yet', status: 503, detail: 'The hours of the week are still being computed: try again, or leave them out', detail_zh: '一周时段还没算完：稍后再试，或不选这一项' },
  cancelled: { type: 'about:blank', title: 'cancelled', status: 409, detail: 'The hours of the week were cancelled: try again, or leave them out', detail_zh: '一周时段的计算被取消了：再试一次，或不选这一项' },
  failed: { type: 'about:blank', title: 'failed', status: 500, detail: 'The hours of the week could not be computed', detail_zh: '一周时段没有算出来' },
}
