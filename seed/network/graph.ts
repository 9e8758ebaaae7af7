import { distance, lengthOf, type Point } from '../plane.ts'
import { drivable, type Draft } from './draft.ts'
import type { Noded, VertexId } from './node.ts'

/** A road between two junctions. */
export interface Edge {
  draft: Draft
  from: VertexId
  to: VertexId
  points: Point[]
  length: number
  /** Metres along its street at both ends. */
  chainage: [number, number]
}

/** A street that ends in nothing after fewer metres than this is no street. */
const stub = 45

/**
 * Edges between junctions. Short stubs go, doubles go, and of the drivable network only what hangs together stays.
 * Paths stay wherever they are.
 */
export function buildGraph(drafts: readonly Draft[], noded: Noded): Edge[] {
  let edges = joinPieces(cutAtJunctions(drafts, noded))
  for (let before = 0; before !== edges.length;) {
    before = edges.length
    const degree = degrees(edges)
    edges = joinPieces(edges.filter(edge => edge.length >= stub || degree.get(edge.from)! > 1 && degree.get(edge.to)! > 1))
  }
  return largestComponent(edges)
}

function cutAtJunctions(drafts: readonly Draft[], { vertices, chains }: Noded): Edge[] {
  const uses = new Map<VertexId, number>()
  for (const chain of chains) {
    chain.forEach((vertex, i) => uses.set(vertex, (uses.get(vertex) ?? 0) + (i === 0 || i === chain.length - 1 ? 3 : 2)))
  }
  const edges: Edge[] = [], known = new Set<string>()
  chains.forEach((chain, d) => {
    let start = 0, along = drafts[d]!.chainage
    for (let i = 1; i < chain.length; i++) {
      if (i < chain.length - 1 && uses.get(chain[i]!)! <= 2) continue
      const ids = chain.slice(start, i + 1), points = ids.map(id => vertices[id]!)
      const length = lengthOf(points), from = ids[0]!, to = ids.at(-1)!
      const key = `${Math.min(from, to)} ${Math.max(from, to)} ${Math.round(length / 12)}`
      if (from !== to && length > 2 && !known.has(key)) edges.push({ draft: drafts[d]!, from, to, points, length, chainage: [along, along + length] })
      known.add(key)
      along += length
      start = i
    }
  })
  return edges
}

function degrees(edges: readonly Edge[]): Map<VertexId, number> {
  const degree = new Map<VertexId, number>()
  for (const { from, to } of edges) for (const id of [from, to]) degree.set(id, (degree.get(id) ?? 0) + 1)
  return degree
}

/** Where only two edges of one street are left at a junction, they become one. */
function joinPieces(edges: readonly Edge[]): Edge[] {
  const at = new Map<VertexId, Set<Edge>>()
  for (const edge of edges) for (const id of [edge.from, edge.to]) at.set(id, (at.get(id) ?? new Set()).add(edge))
  const alive = new Set(edges)
  for (const [vertex, [...here]] of at) {
    const present = [...at.get(vertex)!]
    if (here.length === 0 || present.length !== 2) continue
    const [a, b] = present as [Edge, Edge]
    if (a.draft.street !== b.draft.street || a.draft.class !== b.draft.class || a.draft.over !== b.draft.over) continue
    const first = a.to === vertex && b.from === vertex ? a : b.to === vertex && a.from === vertex ? b : undefined
    if (!first) continue
    const second = first === a ? b : a
    if (first.from === second.to) continue
    const joined: Edge = {
      draft: first.draft, from: first.from, to: second.to, points: [...first.points, ...second.points.slice(1)],
      length: first.length + second.length, chainage: [first.chainage[0], second.chainage[1]],
    }
    for (const old of [a, b]) { alive.delete(old); at.get(old.from)!.delete(old); at.get(old.to)!.delete(old) }
    alive.add(joined)
    at.get(joined.from)!.add(joined)
    at.get(joined.to)!.add(joined)
  }
  return [...alive]
}

function largestComponent(edges: readonly Edge[]): Edge[] {
  const parent = new Map<VertexId, VertexId>()
  const root = (id: VertexId): VertexId => {
    let top = id
    while ((parent.get(top) ?? top) !== top) top = parent.get(top)!
    while ((parent.get(id) ?? id) !== id) { const next = parent.get(id)!; parent.set(id, top); id = next }
    return top
  }
  const roads = edges.filter(edge => drivable(edge.draft.class))
  for (const { from, to } of roads) parent.set(root(from), root(to))
  const lengths = new Map<VertexId, number>()
  for (const edge of roads) lengths.set(root(edge.from), (lengths.get(root(edge.from)) ?? 0) + edge.length)
  const [largest] = [...lengths].reduce((best, entry) => entry[1] > best[1] ? entry : best, [-1, 0])
  return edges.filter(edge => !drivable(edge.draft.class) || root(edge.from) === largest)
}

/**
 * Make a one-way road two-way where it would let somebody in but never out again.
 */
export function openTraps(edges: Edge[], oneway: (edge: Edge) => boolean): Set<Edge> {
  const out = new Map<VertexId, VertexId[]>(), back = new Map<VertexId, VertexId[]>()
  const link = (a: VertexId, b: VertexId) => {
    out.set(a, [...out.get(a) ?? [], b])
    back.set(b, [...back.get(b) ?? [], a])
  }
  const roads = edges.filter(edge => drivable(edge.draft.class))
  for (const edge of roads) {
    link(edge.from, edge.to)
    if (!oneway(edge)) link(edge.to, edge.from)
  }
  // One component hangs together; from a two-way crossing in it, whatever is reached both ways round is well connected.
  const start = roads.find(edge => !oneway(edge) && edge.draft.class === 'primary') ?? roads[0]
  if (!start) return new Set()
  const forth = reached(start.from, out), reverse = reached(start.from, back)
  const good = (id: VertexId) => forth.has(id) && reverse.has(id)
  return new Set(roads.filter(edge => oneway(edge) && !(good(edge.from) && good(edge.to))))
}

function reached(from: VertexId, links: ReadonlyMap<VertexId, readonly VertexId[]>): Set<VertexId> {
  const found = new Set([from]), stack = [from]
  while (stack.length > 0) {
    for (const next of links.get(stack.pop()!) ?? []) if (!found.has(next)) { found.add(next); stack.push(next) }
  }
  return found
}

/** Where at least three edges meet, and which they are. */
export function junctions(edges: readonly Edge[]): { at: Point, edges: Edge[] }[] {
  const at = new Map<VertexId, Edge[]>()
  for (const edge of edges) for (const id of [edge.from, edge.to]) at.set(id, [...at.get(id) ?? [], edge])
  return [...at].filter(([, list]) => list.length >= 3).map(([id, list]) => ({
    at: list[0]!.from === id ? list[0]!.points[0]! : list[0]!.points.at(-1)!, edges: list,
  }))
}

export const middleOf = (points: readonly Point[]): Point => {
  let left = lengthOf(points) / 2
  for (let i = 1; i < points.length; i++) {
    const step = distance(points[i - 1]!, points[i]!)
    if (step >= left) {
      const t = step === 0 ? 0 : left / step
      return [points[i - 1]![0] + (points[i]![0] - points[i - 1]![0]) * t, points[i - 1]![1] + (points[i]![1] - points[i - 1]![1]) * t]
    }
    left -= step
  }
  return points.at(-1)!
}
