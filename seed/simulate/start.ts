import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { openDatabase, openPool } from '../../server/database.ts'
import { isDemonstration } from './stage.ts'

export interface StartOptions {
  /** Of the server. */
  url: string
  databaseUrl: string
}

/** After it fell over: at first, and at most, ms. */
const soonest = 5_000, latest = 120_000

/**
 * Let the demonstration city live: the simulator as a process of its own beside the server, started again when it falls
 * over. An imported city is left alone.
 *
 * @returns stops it
 */
export async function startSimulator({ url, databaseUrl }: StartOptions): Promise<() => Promise<void>> {
  const db = openDatabase(openPool(databaseUrl, { poolSize: 1, statementTimeoutMs: 5_000 }))
  const wanted = await isDemonstration(db).finally(() => db.destroy())
  if (!wanted) return async () => {}
  let child: ChildProcess | undefined, retry: NodeJS.Timeout | undefined, stopped = false, wait = soonest
  const run = () => {
    const started = Date.now()
    child = spawn(process.execPath, [fileURLToPath(new URL('./main.ts', import.meta.url)), '--url', url, '--quiet'], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'], env: { ...process.env, DATABASE_URL: databaseUrl },
    })
    child.once('exit', code => {
      child = undefined
      // It ends by itself, with 0, where the city is no longer the demonstration one.
      if (stopped || code === 0) return
      wait = Date.now() - started > latest ? soonest : Math.min(latest, wait * 2)
      retry = setTimeout(run, wait)
      retry.unref()
    })
  }
  run()
  return async () => {
    stopped = true
    clearTimeout(retry)
    const ending = child
    if (!ending || ending.exitCode !== null) return
    const ended = new Promise(resolve => { ending.once('exit', resolve) })
    ending.kill('SIGTERM')
    await Promise.race([ended, new Promise(resolve => { setTimeout(() => { ending.kill('SIGKILL'); resolve(undefined) }, 3_000).unref() })])
  }
}
