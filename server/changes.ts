import pg from 'pg'
import { EventEmitter } from 'node:events'
import { Unavailable } from './errors.ts'

export interface Revision { layer: string, revision: number, at: string }
/** A small thing that happened and that open maps are told: an incident, a unit's status, an alert. */
export interface LiveEvent { event: string, station_id: number | null, data: Record<string, unknown> }
interface Events {
  revision: [Revision]
  /** An account or session changed. */
  access: []
  event: [LiveEvent]
  health: [{ database: 'up' | 'down', since: string }]
}

/**
 * What the database announces: layer revisions, live events and changes of access, over one connection of its own that is opened
 * again when it breaks. While it is broken no revision is known, so nothing cached can be called fresh.
 */
export class Changes extends EventEmitter<Events> {
  readonly #url: string
  readonly #revisions = new Map<string, Revision>()
  #client: pg.Client | undefined
  #up = false
  #since = new Date().toISOString()
  #ended = false
  #retry: NodeJS.Timeout | undefined

  constructor(url: string) {
    super()
    this.#url = url
    this.setMaxListeners(0)
  }

  get health(): { database: 'up' | 'down', since: string } {
    return { database: this.#up ? 'up' : 'down', since: this.#since }
  }

  /** Connect and learn every revision. @throws when the database can't be reached the first time */
  async start(): Promise<void> {
    await this.#connect()
  }

  async stop(): Promise<void> {
    this.#ended = true
    clearTimeout(this.#retry)
    await this.#client?.end().catch(() => {})
  }

  /** The revision of a layer that this process knows to be the newest. @throws {Unavailable} while the feed is broken */
  revision(layer: string): Revision {
    if (!this.#up) throw new Unavailable('the feed of changes is broken')
    return this.#revisions.get(layer) ?? { layer, revision: 0, at: new Date(0).toISOString() }
  }

  /** Every layer's last known revision, for those who only want to show it. */
  all(): Revision[] { return [...this.#revisions.values()] }

  async #connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url, application_name: 'yizhangtu changes', keepAlive: true, connectionTimeoutMillis: 5_000 })
    let lost = false
    const onLost = () => {
      if (lost || this.#ended || this.#client !== client) return
      lost = true
      this.#setHealth(false)
      this.#reconnect()
    }
    client.on('error', onLost)
    client.on('end', onLost)
    client.on('notification', ({ channel, payload }) => {
      if (channel === 'access_changed') this.emit('access')
      else if (channel === 'live_event') this.emit('event', JSON.parse(payload!) as LiveEvent)
      else this.#learn(JSON.parse(payload!) as Revision)
    })
    this.#client = client
    try {
      await client.connect()
      await client.query('LISTEN layer_revision; LISTEN access_changed; LISTEN live_event')
      // Read after LISTEN: a change in between is then announced, not missed.
      const { rows } = await client.query<{ layer: string, revision: number, at: string }>('SELECT layer, revision::int, to_json(changed_at)#>>\'{}\' AS at FROM layer_revision')
      for (const row of rows) this.#learn(row)
    } catch (error) {
      lost = true
      await client.end().catch(() => {})
      throw error
    }
    this.emit('access')
    this.#setHealth(true)
  }

  #learn(next: Revision): void {
    const known = this.#revisions.get(next.layer)
    // A database restored from a backup, or another one, may count lower: whatever differs is news.
    if (known?.revision === next.revision && known.at === next.at) return
    this.#revisions.set(next.layer, next)
    this.emit('revision', next)
  }

  #reconnect(): void {
    if (this.#ended) return
    this.#retry = setTimeout(() => void this.#connect().catch(() => this.#reconnect()), 500)
  }

  #setHealth(up: boolean): void {
    if (this.#up === up) return
    this.#up = up
    this.#since = new Date().toISOString()
    this.emit('health', this.health)
  }
}
