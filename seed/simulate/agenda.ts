/** What is to be done when, on a clock that may run faster than ours. */
export class Agenda {
  readonly #speed: number
  readonly #entries: { at: number, work: () => void }[] = []
  constructor(speed: number) { this.#speed = speed }

  /** Do something so many seconds of the story from now. */
  after(seconds: number, work: () => void): void {
    const at = Date.now() + seconds * 1000 / this.#speed
    let index = this.#entries.length
    while (index > 0 && this.#entries[index - 1]!.at > at) index--
    this.#entries.splice(index, 0, { at, work })
  }

  /** Do what is due. */
  run(now = Date.now()): void {
    while (this.#entries.length > 0 && this.#entries[0]!.at <= now) this.#entries.shift()!.work()
  }
}
