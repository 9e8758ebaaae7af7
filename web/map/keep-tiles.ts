import type { Map as MapLibreMap } from 'maplibre-gl'

/** So long after it was switched off, a layer's tiles stay at hand. */
const keptMilliseconds = 60_000

const nameOf = (source: string): string => `${source}/kept`

/**
 * MapLibre forgets the tiles of a source as soon as no visible style layer uses it. One that draws nothing keeps them,
 * so that a layer switched off and on again asks the server for nothing.
 */
export function keepTiles(map: MapLibreMap): { hold: (source: string) => void, release: (source: string) => void, stop: () => void } {
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const show = (source: string, visibility: 'visible' | 'none') => map.getLayer(nameOf(source)) && map.setLayoutProperty(nameOf(source), 'visibility', visibility)

  function hold(source: string): void {
    clearTimeout(timers.get(source))
    timers.delete(source)
    if (!map.getLayer(nameOf(source))) map.addLayer({ id: nameOf(source), type: 'circle', source, 'source-layer': source, filter: false as never })
    else if (map.getLayoutProperty(nameOf(source), 'visibility') === 'none') show(source, 'visible')
  }

  function release(source: string): void {
    if (timers.has(source)) return
    timers.set(source, setTimeout(() => show(source, 'none'), keptMilliseconds))
  }

  return { hold, release, stop: () => { for (const timer of timers.values()) clearTimeout(timer) } }
}
