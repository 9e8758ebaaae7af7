import type { Geometry, Position } from 'geojson'
import type { Map as MapLibreMap } from 'maplibre-gl'

/** The middle of a geometry's bounding box: [longitude, latitude]. */
export function middleOf(geometry: Geometry): [number, number] {
  const positions = positionsOf(geometry)
  const longitudes = positions.map(position => position[0]!)
  const latitudes = positions.map(position => position[1]!)
  const middle = (values: number[]) => (values.reduce((a, b) => Math.min(a, b)) + values.reduce((a, b) => Math.max(a, b))) / 2
  return [middle(longitudes), middle(latitudes)]
}

function positionsOf(geometry: Geometry): Position[] {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(positionsOf)
  const depth = { Point: 0, MultiPoint: 1, LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 }[geometry.type]
  return depth === 0 ? [geometry.coordinates as Position] : (geometry.coordinates as unknown[]).flat(depth - 1) as Position[]
}

/** Go there, close enough to see the thing itself, never further out than the map already is, and clear of the panels that lie on the map. */
export function flyTo(map: MapLibreMap, [longitude, latitude]: [number, number], detailZoom: number): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  map.flyTo({ center: [longitude, latitude], zoom: Math.max(map.getZoom(), detailZoom + 1, 15), offset: clearOfPanels(map), duration: still ? 0 : 900, essential: true })
}

/** How far beside the middle of the map the middle of what is free of panels lies, in pixels right and down. */
function clearOfPanels(map: MapLibreMap): [number, number] {
  const { clientWidth: width, clientHeight: height } = map.getContainer()
  return width <= 720 ? [0, -Math.round(height * 0.22)] : [-60, -40]
}

/** A link that says where to look is shown as it says, also where what it selects lies elsewhere. */
let lookAsLinked = new URLSearchParams(globalThis.location?.search).has('view')

/** Fly to what was selected unless it is in sight; the first thing that a link with a view selects stays where it is. */
export function bringIntoSight(map: MapLibreMap, middle: [number, number], detailZoom: number): void {
  const stay = lookAsLinked
  lookAsLinked = false
  if (!stay && !map.getBounds().contains(middle)) flyTo(map, middle, detailZoom)
}
