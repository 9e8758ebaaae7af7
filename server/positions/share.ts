import { EventEmitter } from 'node:events'
import { createClient } from 'redis'
import { decodeRecords, encodeRecords, recordBytes, type StoredFix } from './record.ts'

export type ShareState = 'up' | 'down' | 'unused'
type Client = ReturnType<typeof createClient>

/** Bytes in front of the records that name the process, so that it knows its own. */
const nameBytes = 16

/**
 * Positions among the processes of one installation, by Redis' publish and subscribe. Nothing is queued for a Redis that
 * is away: what was missed is in the database a second later.
 */
export class Share extends EventEmitter<{ fixes: [StoredFix[]], state: [ShareState] }> {
  readonly #channel: string
  readonly #name: Buffer
  readonly #publisher: Client
  readonly #subscriber: Client
  #state: ShareState = 'down'

  /** @param databaseId  installations that share a Redis don't hear each other */
  constructor(url: string, databaseId: string) {
    super()
    this.#channel = `yizhangtu:${databaseId}:positions`
    this.#name = Buffer.from(crypto.randomUUID().replaceAll('-', ''), 'hex')
    const options = { url, disableOfflineQueue: true, pingInterval: 5_000, socket: { connectTimeout: 2_000, socketTimeout: 15_000, reconnectStrategy: (tries: number) => Math.min(1_000, 50 * 2 ** Math.min(tries, 6)) } }
    this.#publisher = createClient(options)
    this.#subscriber = createClient({ ...options, disableOfflineQueue: false })
    for (const client of [this.#publisher, this.#subscriber])
      for (const event of ['error', 'ready', 'end', 'reconnecting'] as const) client.on(event, () => this.#judge())
  }

  get state(): ShareState { return this.#state }

  /** Begin; resolves at once. A Redis that isn't there is tried again for as long as it takes. */
  start(): void {
    const quietly = (work: Promise<unknown>) => void work.catch(() => { /* the state says so */ })
    quietly(this.#publisher.connect())
    quietly(this.#subscriber.connect())
    quietly(this.#subscriber.subscribe(this.#channel, message => this.#hear(message), true))
  }

  stop(): void {
    this.removeAllListeners()
    for (const client of [this.#publisher, this.#subscriber]) client.destroy()
  }

  /** Tell the others. While Redis is away nobody hears. */
  publish(fixes: readonly StoredFix[]): void {
    if (fixes.length === 0 || !this.#publisher.isReady) return
    this.#publisher.publish(this.#channel, Buffer.concat([this.#name, encodeRecords(fixes)])).catch(() => this.#judge())
  }

  #hear(message: Buffer): void {
    if (message.length < nameBytes + recordBytes || message.subarray(0, nameBytes).equals(this.#name)) return
    this.emit('fixes', decodeRecords(message.subarray(nameBytes)))
  }

  #judge(): void {
    const state = this.#publisher.isReady && this.#subscriber.isReady ? 'up' : 'down'
    if (state === this.#state) return
    this.#state = state
    this.emit('state', state)
  }
}
