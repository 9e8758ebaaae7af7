/** OpenStreetMap's three kinds of element, as both of its file formats give them. */
export type Tags = Record<string, string>
export interface Way { id: number, tags: Tags, refs: number[] }
/** `vias` are the nodes with the role `via`. */
export interface Relation { id: number, tags: Tags, members: { ways: number[], roles: string[], vias: number[] } }

/** What one pass over a file wants to hear of. Kinds without a handler are skipped unread. */
export interface OsmHandlers {
  /** Longitude, latitude in degrees. */
  node?: (id: number, longitude: number, latitude: number) => void
  way?: (way: Way) => void
  relation?: (relation: Relation) => void
}

/** Reads a file once, front to back. Pauses after every block so that handlers' results can be taken away. */
export type OsmPass = (handlers: OsmHandlers) => AsyncIterable<void>
