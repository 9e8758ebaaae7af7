import type { Table } from './storage.ts'

/** A table in memory, for tests: what a phone keeps, kept in a Map. */
export const mapTable = <T>(rows: Map<number | string, T>): Table<T> => ({
  all: async () => [...rows.values()],
  put: async (key, value) => { rows.set(key, structuredClone(value)) },
  delete: async (...keys) => { for (const key of keys) rows.delete(key) },
  clear: async () => rows.clear(),
})
