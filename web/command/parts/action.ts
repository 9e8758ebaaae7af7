import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { troubleOf, type Trouble } from '../../states/trouble.ts'
import { refusalOf } from '../api/request.ts'
import type { IncidentEventRow } from '../api/types.ts'

/** Why an action came to nothing: refused with a reason and what had happened meanwhile, or trouble on the way. */
export type Failure = { kind: 'refused', reason: string, news: IncidentEventRow[] } | { kind: 'trouble', trouble: Trouble }

export interface Action<Args extends unknown[]> {
  busy: Ref<boolean>
  failure: ShallowRef<Failure | null>
  /** @returns whether it was done */
  run(...args: Args): Promise<boolean>
  /** The same once more, with the same arguments. */
  again(): Promise<boolean>
  clear(): void
}

/**
 * Something done to the server from a form. What was typed stays with the form, whatever comes of it; one at a time.
 *
 * @param work      throws {ApiProblem} where it fails
 * @param catchUp   after a refusal: reads the thing again and says what had happened to it meanwhile
 */
export function useAction<Args extends unknown[]>(work: (...args: Args) => Promise<unknown>, catchUp?: () => Promise<IncidentEventRow[]>): Action<Args> {
  const busy = ref(false)
  const failure = shallowRef<Failure | null>(null)
  let last: Args | null = null

  async function run(...args: Args): Promise<boolean> {
    if (busy.value) return false
    last = args
    busy.value = true
    try {
      await work(...args)
      failure.value = null
      return true
    } catch (error) {
      const reason = refusalOf(error)
      failure.value = reason === null ? { kind: 'trouble', trouble: troubleOf(error) } : { kind: 'refused', reason, news: await catchUp?.().catch(() => []) ?? [] }
      return false
    } finally {
      busy.value = false
    }
  }

  return { busy, failure, run, again: async () => last ? run(...last) : false, clear: () => { failure.value = null } }
}

/** A key by which the server knows a repeated request. The same until `done` is called: a lost answer is never done twice. */
export function requestKey(): { readonly value: string, done(): void } {
  let value = newKey()
  return { get value() { return value }, done: () => { value = newKey() } }
}

/** A random UUID, also on a page without TLS, where browsers leave `randomUUID` out. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = bytes[6]! & 0x0f | 0x40
  bytes[8] = bytes[8]! & 0x3f | 0x80
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
