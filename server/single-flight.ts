/** Answers simultaneous equal questions with one piece of work. */
export class SingleFlight<T> {
  readonly #flights = new Map<string, Promise<T>>()

  /** The running work for this key, or `work` started now. A failure reaches all who wait, and is not kept. */
  do(key: string, work: () => Promise<T>): Promise<T> {
    const running = this.#flights.get(key)
    if (running) return running
    const flight = work().finally(() => this.#flights.delete(key))
    this.#flights.set(key, flight)
    return flight
  }
}
