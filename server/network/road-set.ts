import { unit } from './road-network.ts'
import { paceStep, roadClasses, type RoadClass } from './speeds.ts'
import { grown, VertexTable } from './vertex-table.ts'

/** A row of table road, as far as the network cares. */
export interface Road {
  id: number
  name: string | null
  class: RoadClass
  oneway: number
  /** Posted limit in km/h. */
  speed: number | null
  bridge: boolean
  tunnel: boolean
  /** Longitude, latitude, longitude, latitude, … in degrees. */
  line: ArrayLike<number>
}

/** Between junctions: what an edge of the network becomes. */
export interface Piece { road: number, from: number, to: number, first: number, last: number }

const ground = 1

/** Roads as they are read, their points numbered; then cut into pieces where they meet. */
export class RoadSet {
  readonly ids: number[] = []
  readonly names: string[] = []
  readonly nameOf: number[] = []
  readonly paceOf: number[] = []
  readonly onewayOf: number[] = []
  readonly vertices = new VertexTable()
  readonly #nameNumbers = new Map<string, number>()
  readonly #levels: number[] = []
  readonly #starts: number[] = [0]
  #chain = new Int32Array(1 << 12)

  /** Points that repeat the one before are dropped, and so is a road of fewer than two. */
  add(road: Road): void {
    let end = this.#starts.at(-1)!
    const start = end
    for (let i = 0; i + 1 < road.line.length; i += 2) {
      const vertex = this.vertices.number(Math.round(road.line[i]! / unit), Math.round(road.line[i + 1]! / unit))
      if (end > start && this.#chain[end - 1] === vertex) continue
      if (end === this.#chain.length) this.#chain = grown(this.#chain)
      this.#chain[end++] = vertex
    }
    if (end - start < 2) return
    this.#starts.push(end)
    this.ids.push(road.id)
    this.nameOf.push(road.name === null ? -1 : this.#nameNumber(road.name))
    this.paceOf.push(roadClasses.indexOf(road.class) * paceStep + Math.min(paceStep - 1, road.speed ?? 0))
    this.onewayOf.push(road.oneway)
    this.#levels.push(road.bridge ? 2 : road.tunnel ? 0 : ground)
  }

  /** The vertex at an index of a piece. */
  at(index: number): number { return this.#chain[index]! }

  /**
   * Pieces and the vertices that are nodes, as `vertex * 3 + level`.
   *
   * A road is cut where another one, or itself, has the same point: roads that cross without one pass over each other.
   * Where two only pass through a point, one of them on a bridge or in a tunnel, they don't meet either; where one
   * begins or ends there, they do.
   */
  cut(): { pieces: Piece[], nodes: number[] } {
    const ends = new Uint8Array(this.vertices.count), passes = new Uint8Array(this.vertices.count * 3)
    for (let road = 0; road < this.ids.length; road++) {
      const [start, end] = [this.#starts[road]!, this.#starts[road + 1]!]
      ends[this.at(start)] = ends[this.at(end - 1)] = 1
      for (let i = start + 1; i < end - 1; i++) {
        const slot = this.at(i) * 3 + this.#levels[road]!
        passes[slot] = Math.min(2, passes[slot]! + 1)
      }
    }
    const numbers = new Int32Array(this.vertices.count * 3).fill(-1)
    const nodes: number[] = []
    const node = (vertex: number, level: number): number => {
      const slot = vertex * 3 + (ends[vertex] ? ground : level)
      if (numbers[slot] === -1) numbers[slot] = nodes.push(slot) - 1
      return numbers[slot]!
    }
    const pieces: Piece[] = []
    for (let road = 0; road < this.ids.length; road++) {
      const [start, end] = [this.#starts[road]!, this.#starts[road + 1]!], level = this.#levels[road]!
      let first = start
      for (let i = start + 1; i < end; i++) {
        const vertex = this.at(i)
        if (i < end - 1 && !ends[vertex] && passes[vertex * 3 + level]! < 2) continue
        pieces.push({ road, from: node(this.at(first), level), to: node(vertex, level), first, last: i })
        first = i
      }
    }
    return { pieces, nodes }
  }

  #nameNumber(name: string): number {
    const known = this.#nameNumbers.get(name)
    if (known !== undefined) return known
    this.#nameNumbers.set(name, this.names.length)
    return this.names.push(name) - 1
  }
}
