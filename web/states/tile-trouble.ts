import type { ErrorEvent, Map as MapLibreMap } from 'maplibre-gl'
import { onScopeDispose, watch, type Ref } from 'vue'
import { useSession } from '../state/session.ts'

/**
 * What becomes of tiles that don't come. While the server or its database is away the live stream says so and the tiles on
 * the map stay, so nothing more is said here; a 401 asks whether the session has ended; anything else is a fault to be seen.
 */
export function useTileTrouble(map: Ref<MapLibreMap | null>): void {
  const session = useSession()
  const listener = ({ error }: ErrorEvent) => {
    const status = (error as { status?: number } | undefined)?.status
    if (status === 401) void session.load().catch(() => { /* the server is away: see above */ })
    else if (!isAway(status, error)) console.error(error)
  }
  watch(map, (now, before) => {
    before?.off('error', listener)
    now?.on('error', listener)
  }, { immediate: true })
  onScopeDispose(() => map.value?.off('error', listener))
}

/** 5xx that pass, or no answer at all. */
const isAway = (status: number | undefined, error: unknown): boolean =>
  status === 0 || (status !== undefined && status >= 500) || (status === undefined && error instanceof TypeError && /fetch|network/i.test(error.message))
