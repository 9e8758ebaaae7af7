import { computed, type ComputedRef } from 'vue'
import { useSession } from '../state/session.ts'

/** Whether whoever is signed in may ask for analyses; the server holds to the same. */
export function useMayAnalyse(): ComputedRef<boolean> {
  const session = useSession()
  return computed(() => session.account?.roles.some(role => role === 'analyst' || role === 'chief') ?? false)
}
