import type { FeatureCollection } from 'geojson'
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { Language } from '../i18n.ts'
import { createMap, metresPerPixel } from '../map/create-map.ts'
import { drawGround } from '../map/ground.ts'
import { textFont } from '../map/text.ts'
import { tokens } from '../theme/tokens.ts'
import type { Picture } from '../analyst/result/picture.ts'
import type { Area } from '../analyst/types.ts'
import { boundsOf } from '../analyst/zones/inside.ts'
import { outlineOf, type TopPlaces } from './top-places.ts'

/** Pixels of the picture for each of CSS: 288 a inch on paper. */
export const printDensity = 3
/** A map that has not come by then won't. */
const patienceMs = 30_000

export interface MapContent {
  cells: readonly string[]
  picture: Picture | null
  /** Outlines of clusters. */
  clusters: readonly Area[]
  zones: readonly Area[]
  /** The area that was asked about, where one was drawn. */
  asked: Area | null
  numbered: TopPlaces['rows']
  language: Language
}

const one = (features: FeatureCollection['features']): FeatureCollection => ({ type: 'FeatureCollection', features })
const ink = '#111827', clusterColour = '#b45309'

/**
 * A picture of cells and zones over the light ground, sharp in print.
 *
 * @param size  CSS pixels
 * @returns a data URL of a PNG, `printDensity` times as large, and how many metres a CSS pixel in its middle is
 * @throws {Error} when the browser can't draw it in time
 */
export async function printMap(content: MapContent, size: { width: number, height: number }, city: { longitude: number, latitude: number, zoom: number }): Promise<{ image: string, metresPerPixel: number }> {
  const container = document.createElement('div')
  container.style.cssText = `position:fixed;left:-10000px;top:0;width:${size.width}px;height:${size.height}px`
  document.body.append(container)
  let map: ReturnType<typeof createMap> | null = null
  try {
    const made = map = createMap(container, { ...city, bearing: 0, pitch: 0 }, tokens.light, {
      pixelRatio: printDensity, canvasContextAttributes: { preserveDrawingBuffer: true, antialias: true }, interactive: false, fadeDuration: 0, attributionControl: false,
    })
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('the map was not drawn in time')), patienceMs)
      made.once('style.load', () => {
        const ids = addContent(made, content)
        drawGround(made, ids.above, ids.beneathWords, { theme: 'light', language: content.language, scale: 1 })
        const bounds = boundsOf(framed(content))
        if (bounds) made.fitBounds(bounds, { padding: 24, maxZoom: 15.5, animate: false })
        made.once('idle', () => { clearTimeout(late); resolve() })
      })
    })
    return { image: made.getCanvas().toDataURL('image/png'), metresPerPixel: metresPerPixel(made) }
  } finally {
    map?.remove()
    container.remove()
  }
}

/** What the picture must hold: zones, the area asked about and the numbered cells; where there are none of them, all cells that are drawn. */
function framed({ zones, asked, numbered, cells, picture }: MapContent): Area[] {
  const must = [...zones, ...asked ? [asked] : [], ...numbered.map(({ outline }) => outline)]
  return must.length ? must : cells.filter((_, i) => picture?.classes[picture.classOf[i]!]?.colour).map(outlineOf)
}

function addContent(map: ReturnType<typeof createMap>, { cells, picture, clusters, zones, asked, numbered }: MapContent): { beneathWords: string[], above: string[] } {
  const drawn = picture ? cells.map((cell, i) => ({ cell, at: picture.classOf[i]! })).filter(({ at }) => picture.classes[at]!.colour !== null) : []
  const sources: Record<string, FeatureCollection> = {
    'print-cells': one(drawn.map(({ cell, at }) => ({ type: 'Feature', properties: { colour: picture!.classes[at]!.colour, alpha: picture!.classes[at]!.alpha }, geometry: outlineOf(cell) }))),
    'print-clusters': one(clusters.map(geometry => ({ type: 'Feature', properties: {}, geometry }))),
    'print-zones': one([...zones.map(geometry => ({ type: 'Feature' as const, properties: { zone: true }, geometry })), ...asked ? [{ type: 'Feature' as const, properties: { zone: false }, geometry: asked }] : []]),
    'print-marks': one(numbered.map(({ rank, longitude, latitude }) => ({ type: 'Feature', properties: { rank: String(rank) }, geometry: { type: 'Point', coordinates: [longitude, latitude] } }))),
  }
  for (const [id, data] of Object.entries(sources)) map.addSource(id, { type: 'geojson', data })
  const from = (name: string): ExpressionSpecification => ['get', name]
  const layers: LayerSpecification[] = [
    { id: 'print-cells', source: 'print-cells', type: 'fill', paint: { 'fill-color': from('colour'), 'fill-opacity': from('alpha'), 'fill-outline-color': '#ffffff' } },
    { id: 'print-clusters', source: 'print-clusters', type: 'fill', paint: { 'fill-color': clusterColour, 'fill-opacity': 0.3 } },
    { id: 'print-cluster-lines', source: 'print-clusters', type: 'line', paint: { 'line-color': clusterColour, 'line-width': 1.2 } },
    { id: 'print-asked', source: 'print-zones', type: 'line', filter: ['!', from('zone')] as never, paint: { 'line-color': ink, 'line-width': 1.2, 'line-dasharray': [3, 2] } },
    { id: 'print-zones', source: 'print-zones', type: 'line', filter: from('zone') as never, layout: { 'line-join': 'round' }, paint: { 'line-color': ink, 'line-width': 2 } },
    { id: 'print-marks', source: 'print-marks', type: 'circle', paint: { 'circle-radius': 8, 'circle-color': '#ffffff', 'circle-stroke-color': ink, 'circle-stroke-width': 1.2 } },
    { id: 'print-numbers', source: 'print-marks', type: 'symbol', layout: { 'text-field': from('rank'), 'text-font': textFont, 'text-size': 10, 'text-allow-overlap': true, 'text-ignore-placement': true }, paint: { 'text-color': ink } },
  ]
  for (const layer of layers) map.addLayer(layer)
  return { beneathWords: ['print-cells', 'print-clusters', 'print-cluster-lines', 'print-asked', 'print-zones'], above: ['print-marks', 'print-numbers'] }
}
