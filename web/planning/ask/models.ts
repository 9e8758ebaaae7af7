import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Label } from '../../../layers/layer.ts'
import { ask } from '../../ask.ts'
import type { SolveQuestion } from '../types.ts'

/** A model as the server describes it: the chief's question that it answers, and what it counts. */
export interface ModelEntry { id: SolveQuestion['model'], title: Label, question: Label, objective: Label, source: string }

/** Minutes allowed from the post to the incident, by class of area and force; what holds unless a question says otherwise. */
export interface Setting { minutes: Record<'city' | 'outskirts' | 'rural', Record<NonNullable<SolveQuestion['force']>, number>> }

/** What can be asked, and the setting; null until it was read. */
export const useModels = defineStore('planning-models', () => {
  const models = shallowRef<readonly ModelEntry[]>([]), setting = shallowRef<Setting | null>(null)
  /** @throws {ApiProblem} */
  async function load(): Promise<void> {
    const [found, minutes] = await Promise.all([ask<{ models: ModelEntry[] }>('/api/deployment/models'), ask<Setting>('/api/deployment/setting')])
    models.value = found.models
    setting.value = minutes
  }
  return { models, setting, load }
})
