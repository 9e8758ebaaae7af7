import { addProtocol, type Map as MapLibreMap, type RasterSourceSpecification } from 'maplibre-gl'
import type { BaseMap } from '../api-shapes.ts'
import { gcj02Affine, neededTiles, tilePixels } from './gcj02.ts'

const sourceId = 'base-map'
const layerId = 'base-map'

let ready = false

/**
 * Put a configured base map under everything; none takes it away. Pictures only: a PMTiles file has to hold raster
 * tiles, as a vector one would need a style of its own.
 */
export async function showBaseMap(map: MapLibreMap, base: BaseMap | undefined): Promise<void> {
  if (map.getLayer(layerId)) map.removeLayer(layerId)
  if (map.getSource(sourceId)) map.removeSource(sourceId)
  if (!base) return
  if (!ready) {
    ready = true
    const { Protocol } = await import('pmtiles')
    addProtocol('pmtiles', new Protocol().tile)
    addProtocol('gcj02', shiftedTile)
  }
  map.addSource(sourceId, sourceOf(base))
  // Right above the background, which is the lowest.
  map.addLayer({ id: layerId, type: 'raster', source: sourceId }, map.getLayersOrder()[1])
}

function sourceOf(base: BaseMap): RasterSourceSpecification {
  const common = { type: 'raster' as const, tileSize: tilePixels, maxzoom: base.max_zoom, attribution: base.attribution }
  if (base.kind === 'pmtiles') return { ...common, url: `pmtiles://${new URL(base.url, location.origin)}` }
  const address = base.url.startsWith('/') ? location.origin + base.url : base.url
  // The marks of the address are filled by the protocol itself, four times a tile.
  const tiles = base.datum === 'gcj02' ? `gcj02://{z}/{x}/{y}#${encodeURIComponent(address)}` : address
  return { ...common, tiles: [tiles] }
}

/**
 * A raster tile in GCJ-02, drawn where it belongs in WGS 84: the picture is moved under the data, the data stays as it
 * is. Tiles of the source that the moved one touches are drawn through the inverse of `gcj02Affine`.
 */
async function shiftedTile({ url }: { url: string }, { signal }: AbortController): Promise<{ data: ImageBitmap }> {
  const [, z, x, y, address] = /^gcj02:\/\/(\d+)\/(\d+)\/(\d+)#(.+)$/.exec(url) ?? []
  if (!address) throw new Error(`"${url}" is no address of a shifted tile`)
  const [zoom, column, row] = [Number(z), Number(x), Number(y)]
  const [a, b, c, d, e, f] = gcj02Affine(zoom, column, row)
  const canvas = new OffscreenCanvas(tilePixels, tilePixels)
  const context = canvas.getContext('2d')!
  const inverse = new DOMMatrix([a, b, c, d, e, f]).inverse()
  await Promise.all(neededTiles(zoom, column, row).map(async tile => {
    const answer = await fetch(decodeURIComponent(address).replace('{z}', z!).replace('{x}', String(tile.column)).replace('{y}', String(tile.row)), { signal })
    if (!answer.ok) return
    const picture = await createImageBitmap(await answer.blob())
    context.setTransform(inverse)
    // A hair larger than the tile, so that no seam shows where two meet.
    context.drawImage(picture, tile.column * tilePixels, tile.row * tilePixels, tilePixels + 0.5, tilePixels + 0.5)
  }))
  return { data: canvas.transferToImageBitmap() }
}
