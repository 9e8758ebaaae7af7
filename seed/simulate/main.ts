// npm run simulate: units on the roads and calls at the desk of a running server's demonstration city.
import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from '../../server/boot/connect.ts'
import { openDatabase, openPool } from '../../server/database.ts'
import { isConnectionError } from '../../server/errors.ts'
import { readCity } from '../../server/layers/city.ts'
import { readNetwork } from '../../server/network/read-roads.ts'
import { readOptions, usage, type SimulateOptions } from './options.ts'
import { startSimulation } from './simulation.ts'
import { isDemonstration, prepareSimulator, takeStage } from './stage.ts'

const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort())
// Started by the server: it ends with it, however that ends.
process.on('disconnect', () => stopping.abort())

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if (options === 'help') { console.log(usage); return }
  for (let wait = 5_000; !stopping.signal.aborted; wait = Math.min(60_000, wait * 2)) {
    const started = Date.now()
    try {
      if (await simulate(options) === 'over') return
    } catch (error) {
      if (!isConnectionError(error)) throw error
    }
    if (Date.now() - started > 120_000) wait = 5_000
    if (stopping.signal.aborted) return
    if (!options.quiet) console.log(`the database is away; again in ${wait / 1000} s`)
    await sleep(wait, undefined, { signal: stopping.signal }).catch(() => {})
  }
}

/** @returns `over` when there is no more to do; `lost` when the database went away. The server may come and go meanwhile. */
async function simulate(options: SimulateOptions): Promise<'over' | 'lost'> {
  const { url, close } = await connect()
  const db = openDatabase(openPool(url, { poolSize: 2, statementTimeoutMs: 60_000 }))
  const lost = Promise.withResolvers<'lost'>()
  let leave: (() => Promise<void>) | undefined
  try {
    if (!await isDemonstration(db)) {
      console.log('the city on the map is not the demonstration one: nothing is simulated in it')
      return 'over'
    }
    leave = await takeStage(url, stopping.signal, () => lost.resolve('lost'))
    if (stopping.signal.aborted) return 'over'
    const network = await readNetwork(url)
    const { time_zone: timeZone } = await readCity(db)
    const simulation = await startSimulation(db, network, timeZone, await prepareSimulator(db, options.key), options)
    const tell = () => { if (!options.quiet) console.log(`${new Date().toISOString().slice(11, 19)}  ${simulation.report()}`) }
    const lines = setInterval(tell, 60_000)
    const enough = sleep(options.minutes === undefined ? 2 ** 31 - 1 : options.minutes * 60_000, undefined, { signal: stopping.signal }).catch(() => {})
    const outcome = await Promise.race([simulation.ended, enough, lost.promise])
    clearInterval(lines)
    tell()
    simulation.stop()
    return outcome ?? 'over'
  } finally {
    await leave?.()
    await db.destroy()
    await close()
  }
}

main().then(() => process.exit(0), (error: unknown) => {
  console.error(error instanceof RangeError ? `${error.message}\n\n${usage}` : error)
  process.exit(1)
})
