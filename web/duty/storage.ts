import type { Queued } from './actions.ts'
import type { Copy } from './copy.ts'
import type { Fix } from './fixes.ts'

/** Values by key, kept over restarts of the page. */
export interface Table<T> {
  all(): Promise<T[]>
  put(key: number | string, value: T): Promise<void>
  delete(...keys: (number | string)[]): Promise<void>
  clear(): Promise<void>
}

/** All that the phone keeps. Nothing else of the phone view is written to the device, the chosen language and theme aside. */
export interface DutyStorage {
  actions: Table<Queued>
  /** By their instant in epoch milliseconds. */
  fixes: Table<Fix>
  copy: Table<Copy>
}
