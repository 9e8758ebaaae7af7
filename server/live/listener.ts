import type { ServerResponse } from 'node:http'
import type { SignedIn } from '../access/sessions.ts'
import type { PositionGroup } from './position-groups.ts'
import type { Event, Ring } from './ring.ts'

/** With so many bytes unread, beside a full message of positions, a listener is told nothing more until it has read them. */
const mostUnread = 256 * 1024
/** One that reads nothing for so long is gone; should it live, it comes back by itself. */
const patienceMs = 120_000

/**
 * One open stream. A listener that can't keep up is left out, not queued for; when it has read what it was sent it gets the
 * events that it missed and all positions as they are then.
 */
export class Listener {
  readonly signedIn: SignedIn
  readonly #raw: ServerResponse
  readonly #ring: Ring
  readonly #group: PositionGroup
  readonly #hello: () => Buffer
  #lastId: number
  #behindSince: number | undefined

  /**
   * @param hello  makes the event that a listener starts from
   * @param seen  id of the last event that it had heard before, where it was here before
   */
  constructor(raw: ServerResponse, signedIn: SignedIn, parts: { ring: Ring, group: PositionGroup, hello: () => Buffer }, seen: number) {
    this.signedIn = signedIn
    this.#raw = raw
    this.#ring = parts.ring
    this.#group = parts.group
    this.#hello = parts.hello
    this.#lastId = seen
    this.#group.listeners.add(this)
    this.#catchUp()
  }

  get behind(): boolean { return this.#behindSince !== undefined }

  send(event: Event): void {
    if (this.behind) return
    this.#lastId = event.id
    if (event.audience(this.signedIn.caller)) this.#write(event.bytes)
  }

  sendPositions(bytes: Buffer): void {
    if (!this.behind) this.#write(bytes)
  }

  /** Sign of life; ends the stream of one that hasn't read for long. */
  beat(text: Buffer): void {
    if (this.#behindSince === undefined) this.#raw.write(text)
    else if (Date.now() - this.#behindSince > patienceMs) this.#raw.destroy()
  }

  end(): void { this.#raw.end() }

  leave(): void { this.#group.listeners.delete(this) }

  #catchUp(): void {
    this.#behindSince = undefined
    const missed = this.#ring.since(this.#lastId)?.filter(({ audience }) => audience(this.signedIn.caller)).map(({ bytes }) => bytes)
    this.#lastId = this.#ring.last
    // So much that it would be behind again at once is no help: it asks for what it shows anew.
    const few = missed && missed.reduce((total, { length }) => total + length, 0) <= mostUnread
    if (!few) this.#raw.write(this.#hello())
    else if (missed.length > 0) this.#raw.write(Buffer.concat(missed))
    this.#write(this.#group.full)
  }

  #write(bytes: Buffer): void {
    this.#raw.write(bytes)
    const unread = this.#raw.writableLength
    if (unread <= mostUnread || unread <= mostUnread + this.#group.full.length || this.behind) return
    this.#behindSince = Date.now()
    this.#raw.once('drain', () => this.#catchUp())
  }
}
