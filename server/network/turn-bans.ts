/** A turn that is not allowed to vehicles (`no`), or the only one allowed from there (`only`). */
export interface TurnBan {
  kind: 'no' | 'only'
  /** Ids of rows of table road. */
  fromRoad: number
  toRoad: number
  /** Where: longitude, latitude in degrees. */
  via: readonly [number, number]
}

interface Edges {
  edgeCount: number
  edgeFrom: Int32Array
  edgeTo: Int32Array
  edgeRoad: Float64Array
}

/** Copies of nodes, one for each arc that some turns are banned from. */
export interface Copies {
  /** Node of copy c; its state is nodeCount + c. */
  nodes: number[]
  /** Copy that an arc (`edge * 2 + direction`) ends in. */
  byArc: ReadonlyMap<number, number>
  /** Arcs that may not be taken from copy c. */
  banned: ReadonlySet<number>[]
  /** Bans that met two roads at a node. */
  count: number
}

/**
 * Turn bans into copies of nodes. A ban that doesn't fit the roads (they don't meet there) is left out.
 *
 * @param nodeAt  the node at a place, -1 where there is none
 */
export function copiesFor(bans: readonly TurnBan[], { edgeCount, edgeFrom, edgeTo, edgeRoad }: Edges, nodeAt: (via: readonly [number, number]) => number): Copies {
  const wanted = bans.map(ban => ({ ...ban, node: nodeAt(ban.via) })).filter(({ node }) => node !== -1)
  const leaving = new Map<number, number[]>(wanted.map(({ node }) => [node, []]))
  if (wanted.length > 0) for (let edge = 0; edge < edgeCount; edge++) {
    leaving.get(edgeFrom[edge]!)?.push(edge * 2)
    leaving.get(edgeTo[edge]!)?.push(edge * 2 + 1)
  }
  const byArc = new Map<number, number>(), nodes: number[] = [], banned: Set<number>[] = []
  let count = 0
  for (const { kind, fromRoad, toRoad, node } of wanted) {
    const out = leaving.get(node)!
    const ofRoad = (road: number) => out.filter(arc => edgeRoad[arc >> 1] === road)
    // An arc that enters a node is the other direction of one that leaves it.
    const from = ofRoad(fromRoad).map(arc => arc ^ 1), to = ofRoad(toRoad)
    if (from.length === 0 || to.length === 0) continue
    count++
    const stopped = kind === 'no' ? to : out.filter(arc => !to.includes(arc))
    for (const arc of from) {
      let copy = byArc.get(arc)
      if (copy === undefined) {
        byArc.set(arc, copy = nodes.push(node) - 1)
        banned.push(new Set())
      }
      for (const one of stopped) banned[copy]!.add(one)
    }
  }
  return { nodes, byArc, banned, count }
}
