import type { Geometry } from 'geojson'

/** One row of a file before anything is made of it. */
export interface SourceRecord {
  /** Line of a CSV file, ordinal of a GeoJSON feature, id of an OpenStreetMap element; all from 1. */
  line: number
  /** One text per column of the source, in its order; null or missing where there is none. */
  values: (string | null)[]
  /** Where the format has one. Longitude, latitude, in the file's own datum. */
  geometry?: Geometry | null
  /** The format found an identity number while it still had the raw text. */
  identity?: boolean
}

/** A file as rows. */
export interface Source {
  /** Names of the columns. GeoJSON learns of new ones while it is read: the list grows, it never changes order. */
  columns: string[]
  /** What `line` counts. */
  lineIs: 'line' | 'feature' | 'element'
  /** True where every record has a geometry of its own, so that no column is needed for it. */
  hasGeometry: boolean
  /** The column that identifies a row, where the format has such a thing. */
  keyColumn?: string
  /** Rows in the order of the file, some hundred at a time. */
  batches(): AsyncIterable<SourceRecord[]>
  /** Turns that are banned between rows, once all batches were read. */
  turnBans?(): readonly SourceTurnBan[]
}

/** A turn from one road to another at a point that both have, in the file's own words for them. */
export interface SourceTurnBan {
  key: string
  /** Not this turn, or none but this one. */
  kind: 'no' | 'only'
  /** What the keys of the rows begin with, up to the `/`. */
  from: string
  to: string
  longitude: number
  latitude: number
}
