import type { Arcs, Components } from './road-network.ts'
import { shared } from './shared.ts'
import { pacesOf, type Speeds } from './speeds.ts'

interface Edges {
  nodeCount: number
  edgeCount: number
  edgeFrom: Int32Array
  edgeTo: Int32Array
  edgePace: Uint16Array
  edgeOneway: Int8Array
  edgeHead: Int32Array
}

/** What hangs together: strongly for a car, in any way on foot. */
export function findComponents(edges: Edges, out: Arcs, speeds: Speeds): { components: Components, edgeLargest: Uint8Array } {
  const { edgeCount, edgeFrom, edgeTo, edgePace, edgeOneway, edgeHead } = edges
  const drive = pacesOf(speeds, { kind: 'car', siren: false, hour: 0 }), walk = pacesOf(speeds, { kind: 'foot', siren: false, hour: 0 })
  const strong = strongComponents(out, arc => (out.code[arc]! & 1) === 1 && drive[out.pace[arc]!]! < Infinity)
  const hangs = looseComponents(edges, edge => walk[edgePace[edge]!]! < Infinity)
  // The component of a car's edge is that of the state after it, where it can also be entered from there.
  const carOf = (edge: number): number => {
    for (const direction of [0, 1]) {
      const tail = direction === 0 ? edgeFrom[edge]! : edgeTo[edge]!
      const component = strong[edgeHead[edge * 2 + direction]!]!
      if (edgeOneway[edge] !== (direction === 0 ? -1 : 1) && strong[tail] === component) return component
    }
    return -1
  }
  const driven = new Map<number, number>(), walked = new Map<number, number>()
  let drivable = 0
  const seen = new Set<number>()
  for (let edge = 0; edge < edgeCount; edge++) {
    if (drive[edgePace[edge]!]! < Infinity) {
      drivable++
      seen.add(strong[edgeFrom[edge]!]!).add(strong[edgeTo[edge]!]!)
      const component = carOf(edge)
      if (component !== -1) driven.set(component, (driven.get(component) ?? 0) + 1)
    }
    if (walk[edgePace[edge]!]! < Infinity) walked.set(hangs(edgeFrom[edge]!), (walked.get(hangs(edgeFrom[edge]!)) ?? 0) + 1)
  }
  const [car, carEdges] = largest(driven), [foot] = largest(walked)
  const edgeLargest = shared.uint8(edgeCount)
  for (let edge = 0; edge < edgeCount; edge++) {
    const byCar = drive[edgePace[edge]!]! < Infinity && carOf(edge) === car ? 1 : 0
    edgeLargest[edge] = byCar | (walk[edgePace[edge]!]! < Infinity && hangs(edgeFrom[edge]!) === foot ? 2 : 0)
  }
  return { components: { count: seen.size, largestShare: drivable === 0 ? 0 : carEdges / drivable }, edgeLargest }
}

const largest = (sizes: ReadonlyMap<number, number>): [component: number, size: number] =>
  [...sizes].reduce<[number, number]>((best, one) => one[1] > best[1] ? one : best, [-2, 0])

/** Number of its strongly connected component by state (Tarjan 1972, with a stack of its own instead of recursion). */
export function strongComponents({ first, end }: Arcs, open: (arc: number) => boolean): Int32Array {
  const stateCount = first.length - 1
  const order = new Int32Array(stateCount).fill(-1), low = new Int32Array(stateCount), component = new Int32Array(stateCount).fill(-1)
  const next = first.slice(0, stateCount), path: number[] = [], pending: number[] = []
  let visited = 0, count = 0
  for (let root = 0; root < stateCount; root++) {
    if (order[root] !== -1) continue
    path.push(root)
    while (path.length > 0) {
      const state = path.at(-1)!
      if (order[state] === -1) {
        order[state] = low[state] = visited++
        pending.push(state)
      }
      let deeper = false
      while (next[state]! < first[state + 1]!) {
        const arc = next[state]!
        if (!open(arc)) { next[state]!++; continue }
        const head = end[arc]!
        if (order[head] === -1) { path.push(head); deeper = true; break }
        if (component[head] === -1) low[state] = Math.min(low[state]!, low[head]!)
        next[state]!++
      }
      if (deeper) continue
      path.pop()
      if (low[state] !== order[state]) continue
      for (let member = -1; member !== state;) component[member = pending.pop()!] = count
      count++
    }
  }
  return component
}

/** Representative of a node's component where edges join both ways. */
function looseComponents({ nodeCount, edgeCount, edgeFrom, edgeTo }: Edges, open: (edge: number) => boolean): (node: number) => number {
  const parent = Int32Array.from({ length: nodeCount }, (_, node) => node)
  const root = (node: number): number => {
    while (parent[node] !== node) node = parent[node] = parent[parent[node]!]!
    return node
  }
  for (let edge = 0; edge < edgeCount; edge++) if (open(edge)) parent[root(edgeFrom[edge]!)] = root(edgeTo[edge]!)
  return root
}
