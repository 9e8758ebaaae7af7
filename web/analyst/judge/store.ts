import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { useQuestion } from '../question.ts'
import { makeRunner } from '../runner.ts'
import type { Judgement } from './types.ts'

/** What is judged: the method on the panel, or a zone. */
export type Subject = 'method' | number

/** The judgement that was asked for last. It outlives its panel: a zone and a report may carry it. */
export const useJudgement = defineStore('judgement', () => {
  const store = useQuestion()
  const runner = makeRunner<Judgement>('/api/analysis/judgements')
  const subject = ref<Subject>('method')
  const settings = ref({ percent: 2, windows: 8, judgeDays: 7 })
  /** The question and the settings that the answer belongs to, as text. */
  const answered = shallowRef<{ subject: Subject, question: string, settings: string } | null>(null)

  async function run(): Promise<void> {
    const question = store.question
    if (!question) return
    const { percent, windows, judgeDays } = settings.value
    const mine = { subject: subject.value, question: JSON.stringify(question), settings: JSON.stringify(settings.value) }
    const done = await runner.run({
      ...subject.value === 'method' ? { method: question.method, parameters: question.parameters, area_share: percent / 100 } : { zone: { id: subject.value } },
      selection: question.selection, resolution: question.resolution, windows, judge_days: judgeDays,
    })
    if (done) answered.value = mine
  }

  return {
    subject, settings, run,
    state: runner.state, answer: runner.answer, cancel: runner.cancel,
    /** The panel asks for something else than what was answered. */
    changed: computed(() => answered.value !== null && (answered.value.subject !== subject.value || answered.value.question !== JSON.stringify(store.question) || answered.value.settings !== JSON.stringify(settings.value))),
    /** Whether the judgement is one of the method and question that the shown answer belongs to. */
    fits: computed(() => answered.value?.subject === 'method' && runner.answer.value !== null && answered.value.question === JSON.stringify(store.answered)),
  }
})
