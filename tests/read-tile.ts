import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'

export interface TileFeature { layer: string, id: number | undefined, properties: Record<string, unknown> }

/** Every feature of an encoded vector tile. */
export function readTile(body: Buffer): TileFeature[] {
  const tile = new VectorTile(new PbfReader(body))
  return Object.entries(tile.layers).flatMap(([layer, source]) =>
    Array.from({ length: source.length }, (_, i) => {
      const { id, properties } = source.feature(i)
      return { layer, id, properties }
    }))
}
