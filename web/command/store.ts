import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { IncidentEvent } from '../state/live-events.ts'
import { useView } from '../state/view.ts'
import { troubleOf, type Trouble } from '../states/trouble.ts'
import { readStatuses } from './api/dispatch.ts'
import { readOutbox } from './api/handover.ts'
import { readOpen } from './api/incidents.ts'
import type { IncidentStatus, OpenIncident, StatusEntry } from './api/types.ts'
import { setByServer } from './parts/tick.ts'
import { queueOf, type Order } from './queue/order.ts'
import { withEvent } from './queue/with-event.ts'

/** The layer whose records the desk works on; its declaration gives statuses and channels their names. */
export const incidentLayer = 'incidents'

/** What the dispatcher's desk shows: open incidents, how they are ordered, which one is on the desk, and what is stuck. */
export const useDesk = defineStore('desk', () => {
  const view = useView()
  const incidents = shallowRef<readonly OpenIncident[] | null>(null)
  const trouble = shallowRef<Trouble | null>(null)
  const statuses = shallowRef<readonly StatusEntry[]>([])
  const order = ref<Order>('urgent')
  const station = ref<number | null>(null)
  const chosenStatuses = ref<IncidentStatus[]>([])
  /** A call is being taken. */
  const calling = ref(false)
  /** Items of the outbox that don't get through; null where the caller may not know. */
  const stuck = ref<number | null>(null)

  const queue = computed(() => queueOf(incidents.value ?? [], { order: order.value, station: station.value, statuses: chosenStatuses.value }))
  const selectedId = computed(() => view.selection?.layer === incidentLayer ? view.selection.id : null)
  /** Whether the desk has something to show beside the map. */
  const occupied = computed(() => calling.value || selectedId.value !== null)

  let running: AbortController | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  async function load(): Promise<void> {
    running?.abort()
    const mine = running = new AbortController()
    try {
      const answer = await readOpen(mine.signal)
      setByServer(answer.as_of)
      incidents.value = answer.incidents
      trouble.value = null
    } catch (error) {
      if (mine === running) trouble.value = troubleOf(error)
    }
  }
  /** Ask again soon; several reasons within a moment are one question. */
  function loadSoon(): void {
    clearTimeout(timer)
    timer = setTimeout(() => void load(), 200)
  }
  /** What an event says is shown at once; what it leaves out is asked for. */
  function hear(event: IncidentEvent): void {
    if (incidents.value) incidents.value = withEvent(incidents.value, event)
    loadSoon()
  }
  async function loadStatuses(): Promise<void> {
    statuses.value = (await readStatuses(new AbortController().signal)).statuses
  }
  async function loadStuck(): Promise<void> {
    stuck.value = (await readOutbox('stuck', new AbortController().signal)).items.length
  }

  function select(id: number | null): void {
    calling.value = false
    view.selection = id === null ? null : { layer: incidentLayer, id }
  }

  return { incidents, trouble, statuses, order, station, chosenStatuses, calling, stuck, queue, selectedId, occupied, load, loadSoon, hear, loadStatuses, loadStuck, select }
})
