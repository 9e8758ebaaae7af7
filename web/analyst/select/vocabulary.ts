import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Label } from '../../../layers/layer.ts'
import { ask } from '../../ask.ts'

export interface Vocabulary {
  /** `hours` of the day, 0 to 23. */
  shifts: { id: string, label: Label, hours: number[] }[]
  holidays: { day: string, name: string, kind: 'holiday' | 'workday' }[]
  /** First and last incident that the caller sees. */
  span: { from: string, to: string, rows: number }
}

/** Words that a selection may use; null until they were read, and where they can't be. */
export const useVocabulary = defineStore('analysis-vocabulary', () => {
  const vocabulary = shallowRef<Vocabulary | null>(null)
  /** @throws {ApiProblem} */
  async function load(): Promise<void> { vocabulary.value ??= await ask<Vocabulary>('/api/analysis/vocabulary') }
  return { vocabulary, load }
})
