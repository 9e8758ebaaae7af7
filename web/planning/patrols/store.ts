import { defineStore } from 'pinia'
import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { ask, send } from '../../ask.ts'
import { useCatalogue } from '../../state/catalogue.ts'
import { useLive } from '../../state/live.ts'
import { formatInstant } from '../../state/time.ts'
import { useView } from '../../state/view.ts'
import { useAsked } from '../../states/asked.ts'
import { troubleOf, type Trouble } from '../../states/trouble.ts'
import { usePlanning } from '../store.ts'
import { askOf, type PatrolForm } from './form.ts'
import type { Compliance, Patrol } from './types.ts'

const path = '/api/deployment/patrols'

/** Patrols: the kept ones, the form for a new one, the one that is looked at and how it was kept to. */
export const usePatrols = defineStore('planning-patrols', () => {
  const planning = usePlanning(), view = useView(), catalogue = useCatalogue(), live = useLive()
  const open = computed(() => planning.tab === 'patrols' && view.mode === 'planning')
  const page = ref<'list' | 'form' | 'patrol'>('list')
  const today = () => formatInstant(catalogue.now, catalogue.timeZone, 'day')
  const form = reactive<PatrolForm>({
    day: today(), shift: '', zones: [], placesAZone: 3, stops: [], units: [], meal: null, leastMinutes: 10, mostMinutes: 16, everyMinutes: 120,
  })
  /** The one that is looked at: a preview, or a kept one. */
  const patrol = shallowRef<Patrol | null>(null)
  /** What the shown preview was asked by. */
  const asked = ref('')
  const old = computed(() => patrol.value?.status === 'preview' && asked.value !== JSON.stringify(askOf(form)))
  /** Pointed at, on map or list: a tour, a stop of the patrol. */
  const tour = ref<number | null>(null), stop = ref<number | null>(null)
  /** Busy with a change of the kept one, and why that failed. */
  const busy = ref(false), trouble = shallowRef<Trouble | null>(null)

  const list = useAsked(async signal => (await ask<{ patrols: Patrol[] }>(path, signal)).patrols)
  const preview = useAsked(async signal => {
    const body = askOf(form), text = JSON.stringify(body), found = await send<Patrol>('POST', `${path}/preview`, body, signal)
    asked.value = text
    show(found)
    return found
  })
  const checking = useAsked(signal => ask<Compliance>(`${path}/${patrol.value!.id}/compliance`, signal))
  const begun = computed(() => patrol.value !== null && patrol.value.published !== null && Date.parse(patrol.value.from) <= catalogue.now)

  // What happened to them meanwhile was told to nobody.
  watch([open, () => live.recoveries], ([now]) => {
    if (!now) return
    void list.ask()
    if (patrol.value?.id != null && !busy.value) void reread(patrol.value.id)
  }, { immediate: true })
  // A shift may begin while it is looked at, and goes on.
  watch(() => catalogue.now, () => { if (open.value && begun.value && !checking.answer.value?.complete) void checking.ask() })
  live.on('patrols', ({ patrol_id: id }) => {
    if (!open.value) return
    void list.ask()
    if (patrol.value?.id === id && !busy.value) void reread(id)
  })

  function show(next: Patrol | null): void {
    const same = next !== null && patrol.value?.id === next.id
    // Tours that come once somebody went elsewhere would take the page from under them.
    if (!next) preview.stop()
    patrol.value = next
    tour.value = stop.value = null
    trouble.value = null
    page.value = next ? 'patrol' : 'list'
    if (!same) checking.clear()
    if (begun.value) void checking.ask()
  }
  async function reread(id: number): Promise<void> {
    const found = await ask<Patrol>(`${path}/${id}`).catch(() => null)
    if (found && patrol.value?.id === id) show(found)
  }
  /** The form, as it was left, but for no day that is over. */
  function begin(): void {
    if (form.day < today()) form.day = today()
    page.value = 'form'
  }
  /** Off the form, to where it was opened from. */
  function leave(): void {
    preview.stop()
    page.value = patrol.value ? 'patrol' : 'list'
  }
  /** @returns whether it was done */
  async function change(work: () => Promise<Patrol>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    trouble.value = null
    try {
      show(await work())
      void list.ask()
      return true
    } catch (error) {
      trouble.value = troubleOf(error)
      return false
    } finally {
      busy.value = false
    }
  }
  const keep = (name: string) => change(() => send<Patrol>('POST', path, { ...JSON.parse(asked.value) as object, name, seed: patrol.value!.seed }))
  const publish = () => change(() => send<Patrol>('POST', `${path}/${patrol.value!.id}/publish`, {}))
  const withdraw = (reason: string) => change(() => send<Patrol>('POST', `${path}/${patrol.value!.id}/withdraw`, { reason }))

  return {
    open, page, form, patrol, old, tour, stop, busy, trouble, begun, show, begin, leave, plan: preview.ask, keep, publish, withdraw,
    all: list.answer, listTrouble: list.trouble, readAll: list.ask, planTrouble: preview.trouble, planning: preview.waiting, dropPlan: preview.stop,
    compliance: checking.answer, complianceTrouble: checking.trouble, readCompliance: checking.ask,
  }
})
