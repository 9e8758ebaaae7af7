import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { ask } from '../ask.ts'
import { useCatalogue } from '../state/catalogue.ts'
import { day, formatInstant } from '../state/time.ts'
import { readQuestion, writeQuestion } from './link.ts'
import { makeRunner } from './runner.ts'
import type { MethodEntry, Question, Selection } from './types.ts'

/** The last so many whole days are asked about at first. */
const usualDays = 90

/** The analyst's question, the methods that there are, and the answer. One for the whole page: every view reads it. */
export const useQuestion = defineStore('question', () => {
  const catalogue = useCatalogue()
  const methods = shallowRef<readonly MethodEntry[]>([])
  /** Null until the analyst's mode was opened, or a link said it. */
  const question = ref<Question | null>(null)
  const runner = makeRunner('/api/analysis/runs')
  /** The question that was asked last, as text; whether it was answered is another matter. */
  const asked = ref<string | null>(null)
  /** The question that the shown answer answers; it stays with it when a later one fails. */
  const answered = shallowRef<Question | null>(null)
  /** How often a link, or Back, said another question. */
  const links = ref(0)
  /** Another question than the last one asked is on the panel. */
  const changed = computed(() => asked.value !== null && question.value !== null && asked.value !== JSON.stringify(question.value))
  /** Another question than the one that the shown answer answers is on the panel. */
  const old = computed(() => answered.value !== null && JSON.stringify(answered.value) !== JSON.stringify(question.value))
  const method = computed(() => methods.value.find(({ id }) => id === question.value?.method) ?? null)
  /** The method of the shown answer, which the panel may have left meanwhile. */
  const answerMethod = computed(() => methods.value.find(({ id }) => id === runner.answer.value?.method) ?? null)

  let loading: Promise<void> | null = null
  /** Asked for once, however many want it; again after a failure. @throws {ApiProblem} */
  const load = (): Promise<void> => loading ??= read().catch((error: unknown) => { loading = null; throw error })

  async function read(): Promise<void> {
    methods.value = (await ask<{ methods: MethodEntry[] }>('/api/analysis/methods')).methods
    question.value ??= { selection: usualSelection(), method: 'gi_star', parameters: {}, resolution: 9 }
  }

  /** Whole local days up to the end of yesterday, or of the data. */
  function usualSelection(): Selection {
    const date = (instant: number) => formatInstant(instant, catalogue.timeZone, 'day')
    return { from: date(catalogue.anchor - usualDays * day), to: date(catalogue.anchor) }
  }

  function chooseMethod(id: string): void {
    if (!question.value || question.value.method === id) return
    question.value = { ...question.value, method: id, parameters: {} }
  }

  async function run(): Promise<void> {
    if (!question.value) return
    asked.value = JSON.stringify(question.value)
    const mine = JSON.parse(asked.value) as Question
    if (await runner.run(mine)) answered.value = mine
  }

  return {
    methods, question, method, answerMethod, asked, answered, changed, old, links, load, chooseMethod, run,
    state: runner.state, answer: runner.answer, stale: runner.stale, cancel: runner.cancel,
    /** The question as a link carries it; null without one. */
    inLink: computed(() => question.value && writeQuestion(question.value)),
    fromLink(text: string | null): void {
      const read = text === null ? null : readQuestion(text)
      if (!read || JSON.stringify(read) === JSON.stringify(question.value)) return
      question.value = read
      links.value++
    },
  }
})
