/**
 * Coordinates of the nodes that ways use, and how many times each is used: flat arrays (25 bytes a node), because a
 * Map of a city's nodes is many times that. First `use` every reference, then `seal`, then `place` coordinates.
 */
export class NodeTable {
  #ids = new Float64Array(1024)
  #count = 0
  #uses = new Uint8Array(0)
  #longitudes = new Float64Array(0)
  #latitudes = new Float64Array(0)

  use(id: number): void {
    if (this.#count === this.#ids.length) {
      const larger = new Float64Array(this.#ids.length * 2)
      larger.set(this.#ids)
      this.#ids = larger
    }
    this.#ids[this.#count++] = id
  }

  seal(): void {
    const sorted = this.#ids.subarray(0, this.#count).sort()
    let unique = 0
    for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) unique++
    const ids = new Float64Array(unique)
    this.#uses = new Uint8Array(unique)
    for (let i = 0, at = -1; i < sorted.length; i++) {
      if (i === 0 || sorted[i] !== sorted[i - 1]) ids[++at] = sorted[i]!
      this.#uses[at] = Math.min(255, this.#uses[at]! + 1)
    }
    this.#ids = ids
    this.#longitudes = new Float64Array(unique).fill(NaN)
    this.#latitudes = new Float64Array(unique)
  }

  place(id: number, longitude: number, latitude: number): void {
    const at = this.#find(id)
    if (at < 0) return
    this.#longitudes[at] = longitude
    this.#latitudes[at] = latitude
  }

  uses(id: number): number {
    const at = this.#find(id)
    return at < 0 ? 0 : this.#uses[at]!
  }

  /** Longitude, latitude; undefined where the file lacks the node (an extract cuts ways at its edge). */
  position(id: number): [number, number] | undefined {
    const at = this.#find(id)
    if (at < 0 || Number.isNaN(this.#longitudes[at])) return undefined
    return [this.#longitudes[at]!, this.#latitudes[at]!]
  }

  #find(id: number): number {
    let low = 0
    let high = this.#ids.length - 1
    while (low <= high) {
      const middle = (low + high) >>> 1
      const value = this.#ids[middle]!
      if (value === id) return middle
      if (value < id) low = middle + 1
      else high = middle - 1
    }
    return -1
  }
}
