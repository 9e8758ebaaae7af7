import { metresBetween, metresPerDegree } from '../../network/metric.ts'
import { unit, type RoadNetwork } from '../../network/road-network.ts'
import type { CandidateSite } from './candidate.ts'

/**
 * Crossings of three roads or more that hang together with nearly everything, thinned so that none is nearer to another than
 * the spacing: those where most roads meet are kept, and of equals the westernmost, so that equal networks give equal sites.
 *
 * @param inside  whether a point (degrees) is wanted
 */
export function junctionSites({ edgeCount, edgeFrom, edgeTo, edgeLargest, edgeName, nodeCount, nodePoints, names }: RoadNetwork, spacingMetres: number, inside: (longitude: number, latitude: number) => boolean): CandidateSite[] {
  const degree = new Uint8Array(nodeCount), roads = new Map<number, Set<string>>()
  for (let edge = 0; edge < edgeCount; edge++) if (edgeLargest[edge]! & 1) for (const node of [edgeFrom[edge]!, edgeTo[edge]!]) degree[node]!++
  const at = (node: number): [number, number] => [nodePoints[node * 2]! * unit, nodePoints[node * 2 + 1]! * unit]
  const crossings = Array.from(degree.keys()).filter(node => degree[node]! >= 3 && inside(...at(node)))
  crossings.sort((a, b) => degree[b]! - degree[a]! || nodePoints[a * 2]! - nodePoints[b * 2]! || nodePoints[a * 2 + 1]! - nodePoints[b * 2 + 1]!)
  const kept = thin(crossings, at, spacingMetres), wanted = new Set(kept)
  for (let edge = 0; edge < edgeCount; edge++) for (const node of [edgeFrom[edge]!, edgeTo[edge]!]) {
    const name = names[edgeName[edge]!]
    if (name && wanted.has(node)) roads.set(node, (roads.get(node) ?? new Set()).add(name))
  }
  return kept.map(node => {
    const [longitude, latitude] = at(node)
    return { id: `junction:${nodePoints[node * 2]},${nodePoints[node * 2 + 1]}`, kind: 'junction', name: [...roads.get(node) ?? []].sort().slice(0, 2).join(' / '), longitude, latitude }
  })
}

/** Nodes in their order, those left out that are too near to one taken before. A grid of the spacing's width finds the near ones. */
function thin(nodes: readonly number[], at: (node: number) => [number, number], spacing: number): number[] {
  if (nodes.length === 0) return []
  const [perLongitude, perLatitude] = metresPerDegree(at(nodes[0]!)[1]), squares = new Map<string, number[]>(), kept: number[] = []
  for (const node of nodes) {
    const [longitude, latitude] = at(node), x = Math.floor(longitude * perLongitude / spacing), y = Math.floor(latitude * perLatitude / spacing)
    const near = [-1, 0, 1].flatMap(dx => [-1, 0, 1].flatMap(dy => squares.get(`${x + dx} ${y + dy}`) ?? []))
    if (near.some(other => metresBetween(longitude, latitude, ...at(other)) < spacing)) continue
    kept.push(node)
    squares.set(`${x} ${y}`, [...squares.get(`${x} ${y}`) ?? [], node])
  }
  return kept
}
