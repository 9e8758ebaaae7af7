import { inject, onScopeDispose, provide, watch, type InjectionKey, type Ref } from 'vue'
import { useLive } from '../../state/live.ts'
import { useAsked, type Asked } from '../../states/asked.ts'
import { readIncident } from '../api/incidents.ts'
import type { IncidentEventRow, IncidentInFull } from '../api/types.ts'
import { useAction, type Action } from '../parts/action.ts'
import { useDesk } from '../store.ts'
import { newsSince } from './news.ts'

export interface IncidentOnDesk extends Asked<IncidentInFull> {
  /** Read it again. @returns what had happened that was not known before */
  catchUp(): Promise<IncidentEventRow[]>
  /** Something done to it: afterwards it and the queue are read again; a refusal says what had happened meanwhile. */
  action<Args extends unknown[]>(work: (incident: IncidentInFull, ...args: Args) => Promise<unknown>): Action<Args>
}

const key: InjectionKey<IncidentOnDesk> = Symbol('incident')

/** Put an incident on the desk: read now, and again whenever something is heard of it or of a unit on it. */
export function provideIncident(id: Ref<number>): IncidentOnDesk {
  const live = useLive()
  const desk = useDesk()
  const asked = useAsked(signal => readIncident(id.value, signal))
  let timer: ReturnType<typeof setTimeout> | undefined
  const askSoon = () => { clearTimeout(timer); timer = setTimeout(() => void asked.ask(), 150) }

  watch(id, () => { asked.clear(); void asked.ask() }, { immediate: true })
  watch(() => live.recoveries, () => void asked.ask())
  const endings = [
    live.on('incident', event => { if (event.id === id.value || event.merged_into_id === id.value) askSoon() }),
    live.on('unit', event => { if (event.incident_id === id.value || asked.answer.value?.units.some(({ unit_id }) => unit_id === event.id)) askSoon() }),
  ]
  onScopeDispose(() => { clearTimeout(timer); for (const end of endings) end() })

  async function catchUp(): Promise<IncidentEventRow[]> {
    const before = asked.answer.value?.events ?? []
    await asked.ask()
    return newsSince(before, asked.answer.value?.events ?? [])
  }
  const made: IncidentOnDesk = {
    ...asked, catchUp,
    action: work => useAction(async (...args) => {
      await work(asked.answer.value!, ...args)
      desk.loadSoon()
      await asked.ask()
    }, catchUp),
  }
  provide(key, made)
  return made
}

/** The incident on the desk, for what lies on it. */
export function useIncident(): IncidentOnDesk {
  const made = inject(key)
  if (!made) throw new Error('useIncident() is called outside of an incident on the desk')
  return made
}
