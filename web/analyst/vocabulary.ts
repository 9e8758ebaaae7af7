import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Label } from '../../layers/layer.ts'
import { ask } from '../ask.ts'

export interface Shift { id: string, label: Label, /** Of the local day. */ hours: number[] }

/** The words that a selection may use: shifts and holidays, and how far the data reaches. */
export interface Vocabulary {
  shifts: Shift[]
  holidays: { day: string, name: string, kind: 'holiday' | 'workday' }[]
  span: { from: string | null, to: string | null, rows: number }
}

/** Asked once for the page. */
export const useVocabulary = defineStore('analysis-vocabulary', () => {
  const words = shallowRef<Vocabulary | null>(null)
  let asking: Promise<void> | null = null
  /** @throws {ApiProblem} */
  function load(): Promise<void> {
    asking ??= ask<Vocabulary>('/api/analysis/vocabulary').then(answer => { words.value = answer }).finally(() => { asking = null })
    return words.value ? Promise.resolve() : asking
  }
  return { words, load }
})
