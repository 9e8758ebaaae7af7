import { computed, type ComputedRef } from 'vue'
import { covers } from '../../../layers/access.ts'
import { useSession } from '../../state/session.ts'

/** Whether whoever is signed in may take calls and send units; the server holds to the same. */
export function useMayCommand(): ComputedRef<boolean> {
  const session = useSession()
  return computed(() => session.account?.roles.some(role => role === 'dispatcher' || role === 'chief') ?? false)
}

/** Why something of a station can't be changed by whoever is signed in: the role, the station, or nothing. */
export function useHindrance(): (stationId: number | null) => 'role' | 'station' | null {
  const session = useSession()
  const may = useMayCommand()
  return stationId => !may.value ? 'role' : covers(session.stations, stationId) ? null : 'station'
}
