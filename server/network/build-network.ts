import Flatbush from 'flatbush'
import { makeArcs } from './arcs.ts'
import { findComponents } from './components.ts'
import { cellsOfEdges } from './edge-cells.ts'
import { metresBetween } from './metric.ts'
import type { RoadSet } from './road-set.ts'
import { unit, type RoadNetwork } from './road-network.ts'
import { shared } from './shared.ts'
import type { Speeds } from './speeds.ts'
import { copiesFor, type TurnBan } from './turn-bans.ts'

export interface BuildOptions { revision: number, speeds: Speeds, bans?: readonly TurnBan[] }

/**
 * The network of a set of roads. Pure; takes about a second for 100,000 roads, so it belongs in a worker.
 */
export function buildNetwork(roads: RoadSet, { revision, speeds, bans = [] }: BuildOptions): RoadNetwork {
  const { pieces, nodes } = roads.cut()
  const edgeCount = pieces.length, nodeCount = nodes.length
  const edges = {
    nodeCount, edgeCount,
    edgeFrom: shared.int32(edgeCount), edgeTo: shared.int32(edgeCount), edgeLength: shared.float32(edgeCount), edgePace: shared.uint16(edgeCount),
    edgeOneway: shared.int8(edgeCount), edgeName: shared.int32(edgeCount), edgeRoad: shared.float64(edgeCount),
    firstPoint: shared.int32(edgeCount + 1), points: shared.int32(2 * pieces.reduce((sum, { first, last }) => sum + last - first + 1, 0)),
  }
  const { vertices } = roads
  const boxes = edgeCount > 0 ? new Flatbush(edgeCount, 16, Int32Array, SharedArrayBuffer as unknown as ArrayBufferConstructor) : null
  let point = 0
  pieces.forEach(({ road, from, to, first, last }, edge) => {
    edges.edgeFrom[edge] = from
    edges.edgeTo[edge] = to
    edges.edgePace[edge] = roads.paceOf[road]!
    edges.edgeOneway[edge] = roads.onewayOf[road]!
    edges.edgeName[edge] = roads.nameOf[road]!
    edges.edgeRoad[edge] = roads.ids[road]!
    let metres = 0, west = Infinity, south = Infinity, east = -Infinity, north = -Infinity
    for (let i = first; i <= last; i++) {
      const x = vertices.x(roads.at(i)), y = vertices.y(roads.at(i))
      if (i > first) metres += metresBetween(edges.points[point * 2 - 2]! * unit, edges.points[point * 2 - 1]! * unit, x * unit, y * unit)
      edges.points[point * 2] = x
      edges.points[point * 2 + 1] = y
      point++
      west = Math.min(west, x); east = Math.max(east, x); south = Math.min(south, y); north = Math.max(north, y)
    }
    edges.edgeLength[edge] = metres
    edges.firstPoint[edge + 1] = point
    boxes!.add(west, south, east, north)
  })
  boxes?.finish()
  const nodePoints = shared.int32(nodeCount * 2)
  const nodeByVertex = new Map<number, number>()
  nodes.forEach((slot, node) => {
    const vertex = Math.floor(slot / 3)
    nodePoints[node * 2] = vertices.x(vertex)
    nodePoints[node * 2 + 1] = vertices.y(vertex)
    if (slot % 3 === 1) nodeByVertex.set(vertex, node)
  })
  const copies = copiesFor(bans, edges, ([longitude, latitude]) =>
    nodeByVertex.get(vertices.find(Math.round(longitude / unit), Math.round(latitude / unit))) ?? -1)
  const stateNode = shared.int32(nodeCount + copies.nodes.length)
  for (let node = 0; node < nodeCount; node++) stateNode[node] = node
  stateNode.set(copies.nodes, nodeCount)
  const { out, in: into, edgeHead } = makeArcs(edges, copies)
  const { components, edgeLargest } = findComponents({ ...edges, edgeHead }, out, speeds)
  return {
    revision, builtAt: Date.now(), speeds, ...edges, stateCount: stateNode.length, banCount: copies.count, nodePoints, stateNode, edgeHead, edgeLargest,
    names: roads.names, out, in: into, index: boxes ? boxes.data as SharedArrayBuffer : null, components,
    cells: { 9: cellsOfEdges(edges, 9), 10: cellsOfEdges(edges, 10) },
  }
}
