import type { Kind, Speeds } from './speeds.ts'

/**
 * The roads as a graph in typed arrays over shared memory: it goes to a worker without being copied.
 *
 * An *edge* is a piece of road between two nodes, whichever way it may be driven. An *arc* is an edge in one direction.
 * A *state* is a node, or, after the last node, a copy of one: where a turn is banned, the banned-from arc ends in a copy
 * that lacks the banned turns. So a search over states keeps turn bans exactly and needs to know nothing of them.
 */
export interface RoadNetwork {
  /** Revision of the layer `roads` that it was built from. */
  revision: number
  /** Epoch ms. */
  builtAt: number
  speeds: Speeds
  nodeCount: number
  stateCount: number
  edgeCount: number
  banCount: number
  /** Longitude, latitude by node, in 1e-7 degrees. */
  nodePoints: Int32Array
  /** The node that a state is, or is a copy of. */
  stateNode: Int32Array
  edgeFrom: Int32Array
  edgeTo: Int32Array
  /** Metres. */
  edgeLength: Float32Array
  /** Class and posted limit: see paceStep in speeds.ts. */
  edgePace: Uint16Array
  /** 1 along its line, -1 against it, 0 both. */
  edgeOneway: Int8Array
  /** Index into `names`; -1 without. */
  edgeName: Int32Array
  /** Id of the row of table road. */
  edgeRoad: Float64Array
  /** What part of the largest strongly connected component it is: bit 0 for vehicles, bit 1 on foot. */
  edgeLargest: Uint8Array
  /** State in which a vehicle is after driving it: `edge * 2` along its line, `edge * 2 + 1` against it. */
  edgeHead: Int32Array
  /** Points of edge e: `firstPoint[e]` to `firstPoint[e + 1]`, pairs of 1e-7 degrees in `points`. */
  firstPoint: Int32Array
  points: Int32Array
  names: readonly string[]
  /** Arcs by the state they leave. */
  out: Arcs
  /** The same arcs by the state they enter. */
  in: Arcs
  /** Flatbush over the boxes of edges, in 1e-7 degrees; null without edges. */
  index: SharedArrayBuffer | null
  components: Components
  cells: Readonly<Record<CellResolution, EdgeCells>>
}

/** Compressed rows: arcs of state s are `first[s]` to `first[s + 1]`. */
export interface Arcs {
  first: Int32Array
  /** The state at the other end. */
  end: Int32Array
  /** `edge * 8 + direction * 4 + who may` (1 vehicles, 2 on foot). */
  code: Int32Array
  length: Float32Array
  pace: Uint16Array
}

export interface Components {
  /** Strongly connected components of what a car may drive. */
  count: number
  /** Share of a car's edges that lie in the largest one, 0 to 1. */
  largestShare: number
}

export type CellResolution = 9 | 10

/** H3 cells that edges run through: entries of edge e are `first[e]` to `first[e + 1]`. */
export interface EdgeCells {
  ids: BigUint64Array
  first: Int32Array
  /** Index into `ids`. */
  cell: Int32Array
  /** Share of the edge's length at which the cell is entered, and left for good, along the line. */
  enter: Float32Array
  leave: Float32Array
}

/** A place on an edge. */
export interface Snap {
  edge: number
  /** Share of the edge's length, 0 at its beginning. */
  fraction: number
  /** From the point that was asked for. */
  metres: number
  longitude: number
  latitude: number
}

/** The bit of an arc's code that lets this kind pass. */
export const passOf = (kind: Kind): 1 | 2 => kind === 'foot' ? 2 : 1

/** Coordinates are kept in 1e-7 degrees: a centimetre. */
export const unit = 1e-7

/** State in which one is at the end of an edge, after passing it along (0) or against (1) its line. */
export const headOf = (network: RoadNetwork, edge: number, direction: 0 | 1, kind: Kind): number =>
  kind === 'foot' ? (direction === 0 ? network.edgeTo[edge]! : network.edgeFrom[edge]!) : network.edgeHead[edge * 2 + direction]!

/** Whether it may be passed that way: one-way signs count for vehicles only. Closed classes: see pacesOf. */
export const mayPass = (network: RoadNetwork, edge: number, direction: 0 | 1, kind: Kind): boolean =>
  kind === 'foot' || network.edgeOneway[edge] !== (direction === 0 ? -1 : 1)
