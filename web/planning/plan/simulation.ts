import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { Label } from '../../../layers/layer.ts'
import type { SimulationResult } from '../../../server/deployment/simulate/result.ts'
import { makeFollower } from '../../runs/follow.ts'
import { troubleOf, type Trouble } from '../../states/trouble.ts'
import { usePlanning } from '../store.ts'

export interface SimulationProgress { phase: 'reading' | 'waiting' | 'computing', done: number, total: number }
type Reply =
  | { id: string, state: 'running', progress: SimulationProgress }
  | { id: string, state: 'done', seconds: number, result: SimulationResult }
  | { id: string, state: 'nothing', why: Label }
  | { id: string, state: 'cancelled' }
  | { id: string, state: 'failed', detail: string }

export type SimulationState =
  | { kind: 'idle' } | { kind: 'running', since: number, progress: SimulationProgress | null } | { kind: 'cancelled' }
  | { kind: 'done', of: string, seconds: number, result: SimulationResult } | { kind: 'nothing', why: Label } | { kind: 'trouble', trouble: Trouble }

/** How often the weeks are replayed: intervals of a per cent, in seconds. */
export const replications = 100

/** Weeks that no plan has seen, replayed through dispatch under each plan. */
export const useSimulation = defineStore('plan-simulation', () => {
  const plan = usePlanning()
  const state = shallowRef<SimulationState>({ kind: 'idle' })
  const follower = makeFollower<Reply>('/api/deployment/simulations')
  const wanted = computed(() => plan.which && JSON.stringify({ ...plan.which, ...plan.moves.length > 0 && { moves: plan.moves } }))
  /** Posts were moved since. */
  const old = computed(() => state.value.kind === 'done' && state.value.of !== wanted.value)
  watch(() => JSON.stringify(plan.which), () => { state.value = { kind: 'idle' }; void follower.drop() })

  async function run(): Promise<void> {
    const mine = wanted.value, since = Date.now()
    if (mine === null) return
    state.value = { kind: 'running', since, progress: null }
    try {
      const reply = await follower.ask({ ...JSON.parse(mine), replications }, ({ progress }) => { state.value = { kind: 'running', since, progress } })
      if (!reply) return
      if (reply.state === 'done') state.value = { kind: 'done', of: mine, seconds: reply.seconds, result: reply.result }
      else if (reply.state === 'nothing') state.value = { kind: 'nothing', why: reply.why }
      else if (reply.state === 'cancelled') state.value = { kind: 'cancelled' }
      else state.value = { kind: 'trouble', trouble: troubleOf(new Error(reply.detail)) }
    } catch (error) {
      state.value = { kind: 'trouble', trouble: troubleOf(error) }
    }
  }
  async function cancel(): Promise<void> {
    state.value = { kind: 'cancelled' }
    await follower.drop()
  }

  return { state, old, run, cancel }
})
