import type { City } from '../layers/city.ts'
import type { Source } from '../layers/source.ts'

/** TileJSON 3.0.0 of a layer for a caller. */
export function tileJson(source: Source, city: City, base: string, revision: number): Record<string, unknown> {
  const { layer, storage, disclosure } = source
  const fields = Object.fromEntries(disclosure.properties
    .filter(name => layer.properties[name]!.tile !== undefined)
    .map(name => [name, `${layer.properties[name]!.label.zh} ${layer.properties[name]!.label.en}`]))
  const cells = { id: `${layer.id}_cells`, fields: { cell: 'H3 index', n: 'count', hidden: 'true for a count of 1 to 9' }, minzoom: layer.minZoom, maxzoom: layer.maxZoom }
  const labels = { id: `${layer.id}_labels`, fields, minzoom: layer.detailZoom, maxzoom: layer.maxZoom }
  return {
    tilejson: '3.0.0',
    name: `${layer.title.zh} ${layer.title.en}`,
    description: layer.legend.en,
    version: `1.0.${revision}`,
    scheme: 'xyz',
    tiles: [`${base}/tiles/${layer.id}/{z}/{x}/{y}.mvt`],
    minzoom: layer.minZoom,
    maxzoom: layer.maxZoom,
    bounds: city.extent,
    center: [city.view.longitude, city.view.latitude, Math.round(city.view.zoom)],
    vector_layers: [
      { id: layer.id, description: layer.legend.en, fields, minzoom: layer.detailZoom, maxzoom: layer.maxZoom },
      ...(layer.geometry === 'Point' || layer.detailZoom > layer.minZoom ? [cells] : []),
      ...(storage.labels ? [labels] : []),
    ],
  }
}
