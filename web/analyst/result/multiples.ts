import { onScopeDispose, ref, shallowRef } from 'vue'
import type { Trouble } from '../../states/trouble.ts'
import { makeRunner } from '../runner.ts'
import { periodsOf } from '../select/days.ts'
import type { Question, RunAnswer } from '../types.ts'

export interface Period { from: string, to: string, answer: RunAnswer | null }

/**
 * The same question over each of a few periods of its window, one after the other; earlier periods are shown while later ones are
 * worked on. A period in which the data can't bear the question has no answer; one whose run fails ends the row, and is told.
 */
export function useMultiples() {
  const periods = shallowRef<Period[]>([])
  const done = ref(0)
  const working = ref(false)
  const trouble = shallowRef<Trouble | null>(null)
  const runner = makeRunner('/api/analysis/runs')
  let current: object | null = null

  async function draw(question: Question, wished: number): Promise<void> {
    const mine = current = {}
    periods.value = []
    trouble.value = null
    done.value = 0
    working.value = true
    for (const { from, to } of periodsOf(question.selection.from, question.selection.to, wished)) {
      await runner.run({ ...question, selection: { ...question.selection, from, to } })
      if (mine !== current) return
      const state = runner.state.value
      if (state.kind === 'trouble') trouble.value = state.trouble
      if (state.kind !== 'done' && state.kind !== 'nothing') break
      periods.value = [...periods.value, { from, to, answer: state.kind === 'done' ? runner.answer.value : null }]
      done.value++
    }
    working.value = false
  }
  const stop = () => { current = null; working.value = false; runner.clear() }
  onScopeDispose(stop)
  return { periods, done, working, trouble, draw, stop }
}
