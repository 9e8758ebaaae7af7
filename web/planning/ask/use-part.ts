import { computed, type WritableComputedRef } from 'vue'
import { usePlanning } from '../store.ts'
import type { SolveQuestion } from '../types.ts'
import { withPart } from './bodies.ts'

/** A part of the question; undefined where it is left to the server. */
export function usePart<Name extends keyof SolveQuestion>(name: Name): WritableComputedRef<SolveQuestion[Name] | undefined> {
  const store = usePlanning()
  return computed({ get: () => store.question?.[name], set: value => { if (store.question) store.question = withPart(store.question, name, value) } })
}
