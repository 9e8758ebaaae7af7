import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { Label } from '../../layers/layer.ts'
import { isAbort } from '../api.ts'
import { ask, send } from '../ask.ts'
import { troubleOf, type Trouble } from '../states/trouble.ts'
import type { Progress, RunAnswer, RunReply } from './types.ts'

/** How often a run that goes on is asked about, milliseconds. */
const pollEvery = 250

export type RunnerState =
  | { kind: 'idle' }
  /** `since`: epoch milliseconds of this page. */
  | { kind: 'running', since: number, progress: Progress | null }
  | { kind: 'done' }
  /** The data can't bear the question; said as the server says it. */
  | { kind: 'nothing', why: Label }
  | { kind: 'cancelled' }
  | { kind: 'trouble', trouble: Trouble }

export interface Runner<Result> {
  state: ShallowRef<RunnerState>
  /** The last finished answer. It stays while the next one is on its way; `stale` says so. */
  answer: ShallowRef<RunAnswer<Result> | null>
  stale: Ref<boolean>
  /** Ask; an earlier question that is still open is cancelled, on the server too. @returns whether `answer` is now the one to this */
  run(body: object): Promise<boolean>
  cancel(): Promise<void>
  clear(): void
}

/**
 * Long questions to the server: asked, followed, cancelled. One at a time.
 *
 * @param path  that takes the question and answers as `/api/analysis/runs` does
 */
export function makeRunner<Result = Record<string, unknown>>(path: string): Runner<Result> {
  const state = shallowRef<RunnerState>({ kind: 'idle' })
  const answer = shallowRef<RunAnswer<Result> | null>(null)
  const stale = ref(false)
  let current: { control: AbortController, id: string | null } | null = null

  async function run(body: object): Promise<boolean> {
    void drop()
    const mine = current = { control: new AbortController(), id: null as string | null }
    const since = Date.now()
    state.value = { kind: 'running', since, progress: null }
    stale.value = answer.value !== null
    try {
      let reply = await send<RunReply<Result>>('POST', path, { ...body, wait_ms: 300 })
      for (;;) {
        // Asked for meanwhile by a later question: what this one started has no reader any more.
        if (mine !== current) { void forget(reply.id); return false }
        mine.id = reply.id
        if (reply.state !== 'running') break
        state.value = { kind: 'running', since, progress: reply.progress }
        await new Promise(resolve => setTimeout(resolve, pollEvery))
        reply = await ask<RunReply<Result>>(`/api/analysis/runs/${reply.id}`, mine.control.signal)
      }
      take(reply)
      current = null
      return reply.state === 'done'
    } catch (error) {
      if (mine !== current || isAbort(error)) return false
      state.value = { kind: 'trouble', trouble: troubleOf(error) }
      current = null
      return false
    }
  }

  function take(reply: Exclude<RunReply<Result>, { state: 'running' }>): void {
    if (reply.state === 'done') {
      answer.value = reply
      stale.value = false
      state.value = { kind: 'done' }
    } else if (reply.state === 'nothing') {
      answer.value = null
      state.value = { kind: 'nothing', why: reply.why }
    } else if (reply.state === 'cancelled') state.value = { kind: 'cancelled' }
    else state.value = { kind: 'trouble', trouble: troubleOf(new Error(reply.detail ?? 'the run failed')) }
  }

  async function drop(): Promise<void> {
    const dropped = current
    current = null
    dropped?.control.abort()
    if (dropped?.id) await forget(dropped.id)
  }

  /** That nobody waits any more is worth saying, but nobody's trouble when it isn't heard. */
  const forget = (id: string): Promise<void> => send<unknown>('DELETE', `/api/analysis/runs/${id}`, {}).then(() => {}, () => {})

  return {
    state, answer, stale, run,
    async cancel() {
      // At once: a question that is asked before the server has heard of it isn't the one that was cancelled.
      state.value = { kind: 'cancelled' }
      await drop()
    },
    clear() {
      void drop()
      answer.value = null
      stale.value = false
      state.value = { kind: 'idle' }
    },
  }
}
