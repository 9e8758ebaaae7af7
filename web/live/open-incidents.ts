import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import { ApiProblem } from '../api.ts'
import type { IncidentEvent } from '../state/live-events.ts'
import { useLive } from '../state/live.ts'
import { readOpenIncidents, type OpenIncident } from './api.ts'
import { afterEvent } from './incident-list.ts'

const settleMilliseconds = 250
const retryMilliseconds = 5_000

/** Incidents that aren't over, oldest first: changed at once by what the stream tells, then asked for again. */
export const useOpenIncidents = defineStore('open-incidents', () => {
  const live = useLive()
  const incidents = shallowRef<OpenIncident[]>([])
  /** Epoch milliseconds of the server's clock; null before the first answer. */
  const asOf = ref<number | null>(null)
  /** False where this account may not see the desk, or the server has none. */
  const available = ref(true)
  /** The newest one and how many there have been: what pulses. */
  const taken = shallowRef<IncidentEvent | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0

  live.on('incident', event => {
    if (event.change === 'taken') taken.value = event
    incidents.value = afterEvent(incidents.value, event)
    soon()
  })
  // What a unit does is part of what is said of the incident that it was sent to.
  live.on('unit', ({ id, incident_id }) => {
    if (incident_id !== null || incidents.value.some(({ units }) => units.some(unit => unit.unit_id === id))) soon()
  })
  live.on('hello', () => soon())
  watch(() => live.recoveries, () => soon())

  function soon(wait = settleMilliseconds): void {
    clearTimeout(timer)
    timer = setTimeout(() => void read(), wait)
  }

  async function read(): Promise<void> {
    const mine = ++asked
    try {
      const answer = await readOpenIncidents()
      if (mine !== asked) return
      incidents.value = answer.incidents
      asOf.value = Date.parse(answer.as_of)
      available.value = true
    } catch (error) {
      if (mine !== asked) return
      const refused = error instanceof ApiProblem && (error.status === 403 || error.status === 404)
      if (refused) available.value = false
      else soon(retryMilliseconds)
    }
  }

  return { incidents, asOf, available, taken, read }
})
