import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { Label } from '../../layers/layer.ts'
import { makeFollower } from '../runs/follow.ts'
import { troubleOf, type Trouble } from '../states/trouble.ts'
import type { Progress, RunAnswer, RunReply } from './types.ts'

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
  const follower = makeFollower<RunReply<Result>>(path, '/api/analysis/runs')

  async function run(body: object): Promise<boolean> {
    const since = Date.now()
    state.value = { kind: 'running', since, progress: null }
    stale.value = answer.value !== null
    try {
      const reply = await follower.ask(body, ({ progress }) => { state.value = { kind: 'running', since, progress } })
      if (reply) take(reply)
      return reply?.state === 'done'
    } catch (error) {
      state.value = { kind: 'trouble', trouble: troubleOf(error) }
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

  return {
    state, answer, stale, run,
    async cancel() {
      // At once: a question that is asked before the server has heard of it isn't the one that was cancelled.
      state.value = { kind: 'cancelled' }
      await follower.drop()
    },
    clear() {
      void follower.drop()
      answer.value = null
      stale.value = false
      state.value = { kind: 'idle' }
    },
  }
}
