import { onScopeDispose, ref, shallowRef } from 'vue'
import { ask, send } from '../../ask.ts'
import { troubleOf, type Trouble } from '../../states/trouble.ts'
import { periodsOf } from '../select/days.ts'
import type { Question, RunAnswer, RunReply } from '../types.ts'

export interface Period { from: string, to: string, answer: RunAnswer | null }

/**
 * The same question over each of a few periods of its window, one after the other; earlier periods are shown while later ones are
 * worked on. A period in which the data can't bear the question has no answer.
 */
export function useMultiples() {
  const periods = shallowRef<Period[]>([])
  const done = ref(0)
  const working = ref(false)
  const trouble = shallowRef<Trouble | null>(null)
  let current: AbortController | null = null

  async function draw(question: Question, wished: number): Promise<void> {
    current?.abort()
    const mine = current = new AbortController()
    const wanted = periodsOf(question.selection.from, question.selection.to, wished)
    periods.value = []
    trouble.value = null
    done.value = 0
    working.value = true
    try {
      for (const { from, to } of wanted) {
        let reply = await send<RunReply>('POST', '/api/analysis/runs', { ...question, selection: { ...question.selection, from, to }, wait_ms: 2000 })
        while (reply.state === 'running') {
          if (mine.signal.aborted) return void await send('DELETE', `/api/analysis/runs/${reply.id}`, {})
          await new Promise(resolve => setTimeout(resolve, 250))
          reply = await ask<RunReply>(`/api/analysis/runs/${reply.id}`, mine.signal)
        }
        if (mine.signal.aborted) return
        periods.value = [...periods.value, { from, to, answer: reply.state === 'done' ? reply : null }]
        done.value++
      }
    } catch (error) {
      if (mine === current && !mine.signal.aborted) trouble.value = troubleOf(error)
    } finally {
      if (mine === current) working.value = false
    }
  }
  const stop = () => { current?.abort(); current = null; working.value = false }
  onScopeDispose(stop)
  return { periods, done, working, trouble, draw, stop }
}
