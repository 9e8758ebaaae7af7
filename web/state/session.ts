import { defineStore } from 'pinia'
import { ref } from 'vue'
import { api, ApiProblem, unwrap } from '../api.ts'
import type { Account } from '../api-shapes.ts'

/** Who is signed in. */
export const useSession = defineStore('session', () => {
  /** `unknown` until the server was asked. */
  const state = ref<'unknown' | 'in' | 'out'>('unknown')
  const account = ref<Account | null>(null)
  const stations = ref<'all' | number[]>([])

  /** @throws {ApiProblem} when the server can't say, not when nobody is signed in */
  async function load(): Promise<void> {
    try {
      const answer = await unwrap(api.GET('/api/session'))
      account.value = answer.account
      stations.value = answer.stations
      state.value = 'in'
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 401) throw error
      forget()
    }
  }

  /** @throws {ApiProblem} 401 for a wrong name or password, 429 after too many */
  async function signIn(name: string, password: string): Promise<void> {
    await unwrap(api.POST('/api/session', { body: { name, password } }))
    await load()
  }

  async function signOut(): Promise<void> {
    await unwrap(api.DELETE('/api/session'))
    forget()
  }

  function forget(): void {
    account.value = null
    stations.value = []
    state.value = 'out'
  }

  return { state, account, stations, load, signIn, signOut, forget }
})
