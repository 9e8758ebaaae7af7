import type { Arcs } from './road-network.ts'
import { shared } from './shared.ts'
import type { Copies } from './turn-bans.ts'

interface Edges {
  nodeCount: number
  edgeCount: number
  edgeFrom: Int32Array
  edgeTo: Int32Array
  edgeLength: Float32Array
  edgePace: Uint16Array
  edgeOneway: Int8Array
}

const vehicles = 1, onFoot = 2

/** Arcs between states both ways round, and the state that a vehicle is in after each arc. */
export function makeArcs(edges: Edges, copies: Copies): { out: Arcs, in: Arcs, edgeHead: Int32Array } {
  const { nodeCount, edgeCount, edgeFrom, edgeTo, edgeOneway } = edges
  const edgeHead = shared.int32(edgeCount * 2)
  const copiesAt = Map.groupBy(copies.nodes.keys(), copy => copies.nodes[copy]!)
  const tails: number[] = [], heads: number[] = [], codes: number[] = []
  const add = (tail: number, head: number, arc: number, who: number) => { tails.push(tail); heads.push(head); codes.push(arc * 4 + who) }
  for (let edge = 0; edge < edgeCount; edge++) for (const direction of [0, 1]) {
    const arc = edge * 2 + direction
    const [tail, node] = direction === 0 ? [edgeFrom[edge]!, edgeTo[edge]!] : [edgeTo[edge]!, edgeFrom[edge]!]
    const copy = copies.byArc.get(arc)
    const head = edgeHead[arc] = copy === undefined ? node : nodeCount + copy
    const driven = edgeOneway[edge] !== (direction === 0 ? -1 : 1)
    if (driven && head === node) add(tail, node, arc, vehicles | onFoot)
    else {
      add(tail, node, arc, onFoot)
      if (driven) add(tail, head, arc, vehicles)
    }
    if (driven) for (const from of copiesAt.get(tail) ?? []) if (!copies.banned[from]!.has(arc)) add(nodeCount + from, head, arc, vehicles)
  }
  const stateCount = nodeCount + copies.nodes.length
  return { out: inRows(stateCount, tails, heads, codes, edges), in: inRows(stateCount, heads, tails, codes, edges), edgeHead }
}

/** Counting sort by one end. */
function inRows(stateCount: number, by: readonly number[], end: readonly number[], codes: readonly number[], { edgeLength, edgePace }: Edges): Arcs {
  const arcs: Arcs = {
    first: shared.int32(stateCount + 1), end: shared.int32(by.length), code: shared.int32(by.length),
    length: shared.float32(by.length), pace: shared.uint16(by.length),
  }
  for (const state of by) arcs.first[state + 1]!++
  for (let state = 0; state < stateCount; state++) arcs.first[state + 1]! += arcs.first[state]!
  const next = arcs.first.slice(0, stateCount)
  by.forEach((state, i) => {
    const at = next[state]!++, edge = codes[i]! >> 3
    arcs.end[at] = end[i]!
    arcs.code[at] = codes[i]!
    arcs.length[at] = edgeLength[edge]!
    arcs.pace[at] = edgePace[edge]!
  })
  return arcs
}
