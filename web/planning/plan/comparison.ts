import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { send } from '../../ask.ts'
import { troubleOf, type Trouble } from '../../states/trouble.ts'
import { usePlanning } from '../store.ts'
import type { Comparison } from '../types.ts'
import { usePlanHand } from './hand.ts'

/** So long a hand rests before the plan that it made is held against the others, milliseconds. */
const restMs = 400

/** Today, the plan and what a hand made of it, side by side; asked by itself. */
export const useComparison = defineStore('plan-comparison', () => {
  const plan = usePlanning(), hand = usePlanHand()
  const answer = shallowRef<Comparison | null>(null)
  const trouble = shallowRef<Trouble | null>(null)
  /** What the answer is of; another one is on its way while it differs from what is wanted. */
  const answered = shallowRef<string | null>(null)
  const wanted = computed(() => plan.which && JSON.stringify({ ...plan.which, ...plan.moves.length > 0 && { moves: plan.moves } }))
  const fresh = computed(() => answered.value === wanted.value)
  let timer: ReturnType<typeof setTimeout> | undefined

  watch(() => JSON.stringify(plan.which), () => { answer.value = trouble.value = answered.value = null })
  // Whoever may not see the plan's demand may not compare it either.
  watch(() => [wanted.value, hand.held?.dragging ?? false, hand.look !== null] as const, ([now, dragging, seen]) => {
    clearTimeout(timer)
    if (now !== null && seen && !dragging && now !== answered.value) timer = setTimeout(() => void ask(), restMs)
  }, { immediate: true })

  async function ask(): Promise<void> {
    const mine = wanted.value
    if (mine === null) return
    try {
      const found = await send<Comparison>('POST', '/api/deployment/compare', JSON.parse(mine))
      if (mine !== wanted.value) return
      answer.value = found
      answered.value = mine
      trouble.value = null
    } catch (error) {
      if (mine === wanted.value) trouble.value = troubleOf(error)
    }
  }

  return { answer, trouble, fresh, ask }
})
