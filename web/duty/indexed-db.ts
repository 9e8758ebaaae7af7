import type { DutyStorage, Table } from './storage.ts'

const tables = ['actions', 'fixes', 'copy'] as const

/**
 * The phone's storage in IndexedDB.
 *
 * @throws {DOMException} where the browser refuses storage (some private windows)
 */
export async function openStorage(name = 'yizhangtu-duty'): Promise<DutyStorage> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => { for (const table of tables) request.result.createObjectStore(table) }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error!)
  })
  return { actions: tableOf(database, 'actions'), fixes: tableOf(database, 'fixes'), copy: tableOf(database, 'copy') }
}

function tableOf<T>(database: IDBDatabase, name: (typeof tables)[number]): Table<T> {
  /** Resolves at the end of the transaction: what was put is then on the disk, not only asked for. */
  const write = (change: (store: IDBObjectStore) => void) => new Promise<void>((resolve, reject) => {
    const transaction = database.transaction(name, 'readwrite', { durability: 'strict' })
    transaction.oncomplete = () => resolve()
    transaction.onerror = transaction.onabort = () => reject(transaction.error!)
    change(transaction.objectStore(name))
  })
  return {
    all: () => new Promise((resolve, reject) => {
      const request = database.transaction(name).objectStore(name).getAll() as IDBRequest<T[]>
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error!)
    }),
    put: (key, value) => write(store => store.put(value, key)),
    delete: (...keys) => write(store => { for (const key of keys) store.delete(key) }),
    clear: () => write(store => store.clear()),
  }
}
