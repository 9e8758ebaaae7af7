import { defineStore } from 'pinia'
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { ApiProblem } from '../api.ts'
import { findRoute, type Route } from './api.ts'
import { progressOf, strayMetres } from './progress.ts'
import { useDuty } from './use-duty.ts'
import { usePosition } from './use-position.ts'

/** A new way isn't asked for more often than this. */
const restMilliseconds = 8_000
/** Roads by hour and where one is change slowly; a way this old is asked for anew. */
const oldMilliseconds = 120_000

/** The way to the task: asked for when there is a task and a position, again after leaving the route. */
export const useWay = defineStore('way', () => {
  const duty = useDuty()
  const position = usePosition()
  const route = shallowRef<Route | null>(null)
  /** `refused`: there is no way. `silent`: nobody answers. */
  const trouble = ref<'refused' | 'silent' | null>(null)
  const reason = ref('')

  const target = computed(() => {
    const task = duty.shown?.task
    return task && task.longitude !== null && task.latitude !== null ? { longitude: task.longitude, latitude: task.latitude } : null
  })
  const here = computed(() => position.last?.fix ?? null)
  const progress = computed(() => route.value && here.value ? progressOf(route.value, here.value) : null)
  const strayed = computed(() => (progress.value?.offMetres ?? 0) > Math.max(strayMetres, 2 * (here.value?.accuracy_metres ?? 0)))

  /** Keep the way up to date while the caller is on the screen. */
  function run(): void {
    let askedAt = 0
    let answeredAt = 0
    let asking = false
    const look = async () => {
      if (!target.value || !here.value || duty.shown?.task?.assignment.arrived_at || asking) return
      const now = Date.now()
      if (now - askedAt < restMilliseconds || (route.value && !strayed.value && now - answeredAt < oldMilliseconds)) return
      asking = true
      askedAt = now
      try {
        const { kind } = duty.shown!.unit!
        route.value = await findRoute(here.value, target.value, { kind, siren: kind === 'patrol_car' || kind === 'motorcycle' })
        answeredAt = Date.now()
        trouble.value = null
      } catch (error) {
        const refused = error instanceof ApiProblem && (error.status === 409 || error.status === 400)
        trouble.value = refused ? 'refused' : 'silent'
        reason.value = refused ? error.message : ''
      }
      asking = false
    }
    watch(() => target.value && `${target.value.longitude},${target.value.latitude}`, () => { route.value = null; trouble.value = null; askedAt = 0 })
    watch([target, here], () => void look(), { immediate: true })
    const timer = setInterval(() => void look(), 5_000)
    onScopeDispose(() => { clearInterval(timer); route.value = null })
  }

  return { route, trouble, reason, target, here, progress, strayed, run }
})
