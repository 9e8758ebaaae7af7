import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { ask, send } from '../../ask.ts'
import { useLive } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { troubleOf, type Trouble } from '../../states/trouble.ts'
import { usePlanning } from '../store.ts'
import type { Cells, DeploymentPlan } from '../types.ts'

/** What the list tells of a plan. */
export type KeptPlan = Omit<DeploymentPlan, 'parameters' | 'selection' | 'result'>

const noCells: Cells = { cell: [], weight: [], low: [], high: [], limit: [], area_class: [], seconds: [], site: [] }

/** Plans that are kept: the list as it changes, and what becomes of one. */
export const useKeptPlans = defineStore('kept-plans', () => {
  const planning = usePlanning(), live = useLive(), session = useSession()
  const plans = shallowRef<KeptPlan[] | null>(null)
  const trouble = shallowRef<Trouble | null>(null)
  const opening = ref<number | null>(null)
  /** Chiefs publish; the server holds to the same. */
  const mayPublish = computed(() => session.account?.roles.includes('chief') ?? false)

  live.on('deployment', () => { if (plans.value) void read() })
  watch(() => live.recoveries, () => { if (plans.value) void read() })

  async function read(): Promise<void> {
    try {
      const list = await ask<{ plans: KeptPlan[] }>('/api/deployment/plans')
      plans.value = list.plans
      trouble.value = null
      const open = planning.opened?.plan, now = open && list.plans.find(({ id }) => id === open.id)
      if (open && now && now.status !== open.status) planning.opened = { ...planning.opened!, plan: { ...open, ...now } }
    } catch (error) {
      trouble.value = troubleOf(error)
    }
  }

  /** Lay a kept plan on the map. @throws {ApiProblem} */
  async function open(id: number): Promise<void> {
    opening.value = id
    try {
      const plan = await ask<DeploymentPlan>(`/api/deployment/plans/${id}`)
      planning.opened = { plan, solved: { shift: plan.shift, moved: [], result: { ...plan.result, sites: plan.sites, cells: noCells } } }
    } finally {
      opening.value = null
    }
  }

  /** @throws {ApiProblem} each */
  const change = async (path: string, body: object): Promise<DeploymentPlan> => {
    const plan = await send<DeploymentPlan>('POST', `/api/deployment/plans${path}`, body)
    await read()
    return plan
  }

  return {
    plans, trouble, opening, mayPublish, read, open,
    keep: (body: object) => change('', body), publish: (id: number) => change(`/${id}/publish`, {}), withdraw: (id: number, reason: string) => change(`/${id}/withdraw`, { reason }),
  }
})
