import { readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createDatabase } from '../database.ts'
import { startCluster, type Cluster } from './cluster.ts'
import { ensurePackages } from './packages.ts'

const dataFolder = fileURLToPath(new URL('../../.data/', import.meta.url))

/** Where the product keeps what it makes on this machine: `.data/` in the checkout. */
export const dataPath = (name: string): string => `${dataFolder}${name}`

export interface PreparedDatabase {
  url: string
  /** Stops what was started; nothing for a database of somebody else's. */
  stop(): Promise<void>
}

/**
 * A database to work with: the one that `url` names, or one in the private cluster in `.data/{folder}`, made when needed.
 */
export async function prepareDatabase(url: string | undefined, folder = 'postgres', name = 'yizhangtu'): Promise<PreparedDatabase> {
  if (url) return { url, stop: async () => {} }
  ensurePackages('postgresql-15-postgis-3')
  const cluster: Cluster = await startCluster(dataPath(folder))
  await createDatabase(cluster.url('postgres'), name)
  return { url: cluster.url(name), stop: cluster.stop }
}

/**
 * Claim this checkout for one running app, so that a second start doesn't take the database from under the first.
 *
 * @returns gives the claim back
 * @throws {Error} naming the process that has it
 */
export function claimCheckout(): () => void {
  mkdirSync(dataFolder, { recursive: true })
  const file = dataPath('app.lock')
  const holder = readHolder(file)
  if (holder) throw new Error(`this checkout's server is already running (process ${holder}); stop it first, or set DATABASE_URL and PORT for another`)
  writeFileSync(file, `${process.pid} ${startedAt(process.pid)}`)
  return () => rmSync(file, { force: true })
}

/** The process that holds the claim; undefined where there is none, or it ended without giving it back. */
function readHolder(file: string): number | undefined {
  try {
    const [pid, started] = readFileSync(file, 'utf8').split(' ')
    return startedAt(Number(pid)) === started ? Number(pid) : undefined
  } catch { return undefined }
}

/** When a process started, in clock ticks since boot: tells it from a later one with the same number. */
const startedAt = (pid: number): string => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[19]!
