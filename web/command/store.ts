import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { useOpenIncidents } from '../live/open-incidents.ts'
import { useView } from '../state/view.ts'
import { readStatuses } from './api/dispatch.ts'
import { readOutbox } from './api/handover.ts'
import type { IncidentStatus, OpenIncident, StatusEntry } from './api/types.ts'
import { queueOf, type Order } from './queue/order.ts'

/** The layer whose records the desk works on; its declaration gives statuses and channels their names. */
export const incidentLayer = 'incidents'

/** What the dispatcher's desk shows: open incidents, how they are ordered, which one is on the desk, and what is stuck. */
export const useDesk = defineStore('desk', () => {
  const view = useView()
  const open = useOpenIncidents()
  const statuses = shallowRef<readonly StatusEntry[]>([])
  const order = ref<Order>('urgent')
  const station = ref<number | null>(null)
  const chosenStatuses = ref<IncidentStatus[]>([])
  /** A call is being taken. */
  const calling = ref(false)
  /** Items of the outbox that don't get through; null where the caller may not know. */
  const stuck = ref<number | null>(null)

  /** Null before the first answer. */
  const incidents = computed(() => open.asOf === null ? null : open.incidents as unknown as readonly OpenIncident[])
  const queue = computed(() => queueOf(incidents.value ?? [], { order: order.value, station: station.value, statuses: chosenStatuses.value }))
  const selectedId = computed(() => view.selection?.layer === incidentLayer ? view.selection.id : null)
  /** Whether the desk has something to show beside the map. */
  const occupied = computed(() => calling.value || selectedId.value !== null)

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

  return {
    incidents, statuses, order, station, chosenStatuses, calling, stuck, queue, selectedId, occupied, loadStatuses, loadStuck, select,
    /** Ask for the open incidents again, soon: several reasons within a moment are one question. */
    loadSoon: () => open.soon(),
  }
})
