import type { Audience } from './audience.ts'

export interface Event { id: number, bytes: Buffer, audience: Audience }

/** How many past events a listener can catch up on. */
const kept = 1000

/** The latest events, each encoded once, whoever listens. */
export class Ring {
  readonly #past: Event[] = []
  // Ids begin at the process's start in milliseconds, so an id of an earlier process is never mistaken for one of ours.
  readonly #started = Date.now() * 1000
  #last = this.#started

  get last(): number { return this.#last }

  push(name: string, data: unknown, audience: Audience): Event {
    const id = ++this.#last
    const event = { id, bytes: encodeEvent(name, data, id), audience }
    this.#past.push(event)
    if (this.#past.length > kept) this.#past.shift()
    return event
  }

  /** What came after an event; undefined when that is unknown, or too long ago. */
  since(id: number): Event[] | undefined {
    const oldest = this.#past[0]?.id ?? this.#last + 1
    return id >= this.#started && id <= this.#last && id >= oldest - 1 ? this.#past.filter(event => event.id > id) : undefined
  }
}

/** An event as server-sent text. One without an id is not resumed from. */
export const encodeEvent = (name: string, data: unknown, id?: number): Buffer =>
  Buffer.from(`${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
