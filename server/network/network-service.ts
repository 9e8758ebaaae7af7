import { EventEmitter } from 'node:events'
import { Worker } from 'node:worker_threads'
import type pg from 'pg'
import { Piscina } from 'piscina'
import type { Changes } from '../changes.ts'
import { NotReady } from '../errors.ts'
import type { MatrixTask } from './matrix-worker.ts'
import { readSpeeds } from './read-roads.ts'
import type { RoadNetwork, Snap } from './road-network.ts'
import { shared } from './shared.ts'
import { type Profile, roadClasses, type Speeds, usualSpeeds } from './speeds.ts'

/** Roads change in bursts (an import, an editor): built when they were quiet for so long, ms. */
const quiet = 1_500
/** After a build that failed: the database may be away. */
const again = 5_000

/**
 * The road network of the database, kept up to date: built by a worker at the start and when roads change, while the old
 * one serves. `built` is emitted with each new one, a change of speeds included.
 */
export class NetworkService extends EventEmitter<{ built: [network: RoadNetwork] }> {
  readonly #url: string
  readonly #pool: pg.Pool
  readonly #changes: Changes
  #network: RoadNetwork | undefined
  #worker: Worker | undefined
  #timer: NodeJS.Timeout | undefined
  #matrices: Piscina<MatrixTask, void> | undefined
  /** Speeds that were set while a build ran, which may have read older ones. */
  #newer: Speeds | undefined
  #stale = false
  #stopped = false

  constructor(url: string, pool: pg.Pool, changes: Changes) {
    super()
    this.setMaxListeners(0)
    this.#url = url
    this.#pool = pool
    this.#changes = changes
    changes.on('revision', ({ layer, revision }) => { if (layer === 'roads' && revision !== this.#network?.revision) this.#plan(quiet) })
    changes.on('event', ({ event, data }) => { if (event === 'settings' && data.what === 'speeds') void this.#renewSpeeds() })
    // What was announced while the feed was broken wasn't heard.
    changes.on('health', ({ database }) => { if (database === 'up' && this.#network) void this.#renewSpeeds() })
  }

  start(): void { this.#plan(0) }

  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#timer)
    await this.#worker?.terminate()
    await this.#matrices?.destroy()
  }

  /** @throws {NotReady} until the first build is done */
  current(): RoadNetwork {
    if (!this.#network) throw new NotReady('the road network is being built')
    return this.#network
  }

  /** The current network, once there is one. */
  async ready(): Promise<RoadNetwork> {
    return this.#network ?? new Promise(resolve => { this.once('built', resolve) })
  }

  get building(): boolean { return this.#worker !== undefined || this.#timer !== undefined }

  speeds(): Speeds { return this.#network?.speeds ?? usualSpeeds }

  /** travelMatrix, shared out to two threads of their own. */
  async matrix(origins: Snap[], destinations: Snap[], profile: Profile, maxSeconds?: number): Promise<Float32Array> {
    this.#matrices ??= new Piscina<MatrixTask, void>({ filename: new URL('./matrix-worker.ts', import.meta.url).href, maxThreads: 2, idleTimeout: 30_000 })
    const matrix = shared.float32(origins.length * destinations.length)
    const question = { network: this.current(), origins, destinations, profile, ...(maxSeconds === undefined ? {} : { maxSeconds }) }
    const parts = Math.min(origins.length, destinations.length) < 8 ? 1 : 2
    await Promise.all(Array.from({ length: parts }, (_, part) => this.#matrices!.run({ question, matrix, share: { part, parts } })))
    return matrix
  }

  #plan(delay: number): void {
    if (this.#stopped) return
    if (this.#worker) { this.#stale = true; return }
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => { this.#timer = undefined; this.#build() }, delay)
    this.#timer.unref()
  }

  #build(): void {
    this.#stale = false
    this.#newer = undefined
    const worker = this.#worker = new Worker(new URL('./build-worker.ts', import.meta.url), { workerData: { url: this.#url } })
    worker.unref()
    worker.once('message', (network: RoadNetwork) => {
      this.#take(this.#newer ? { ...network, speeds: this.#newer } : network)
      this.#finish(worker)
    })
    // Why it failed is told by the health of the database; what counts here is to try again.
    worker.once('error', () => { this.#stale = true })
    worker.once('exit', () => this.#finish(worker))
  }

  #finish(worker: Worker): void {
    if (this.#worker !== worker) return
    this.#worker = undefined
    const behind = this.#network && this.#changes.health.database === 'up' && this.#changes.revision('roads').revision !== this.#network.revision
    if (this.#stale || behind) this.#plan(this.#network ? quiet : again)
  }

  #take(network: RoadNetwork): void {
    if (this.#stopped) return
    this.#network = network
    this.emit('built', network)
  }

  /** New speeds count at once; where other roads are closed now, what hangs together is found anew. */
  async #renewSpeeds(): Promise<void> {
    const speeds = await readSpeeds(this.#pool).catch(() => undefined)
    if (!speeds) return this.#plan(again)
    if (this.#worker) this.#newer = speeds
    if (!this.#network || JSON.stringify(speeds) === JSON.stringify(this.#network.speeds)) return
    const closed = (one: Speeds) => JSON.stringify(Object.values(one.classes).map(byClass => roadClasses.filter(name => byClass[name] === null)))
    if (closed(speeds) !== closed(this.#network.speeds)) this.#plan(0)
    this.#take({ ...this.#network, speeds })
  }
}
