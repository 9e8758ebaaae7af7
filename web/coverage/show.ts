import { H3HexagonLayer } from '@deck.gl/geo-layers'
import { PathLayer, TextLayer } from '@deck.gl/layers'
import type { Layer as DeckLayer } from '@deck.gl/core'
import { latLngToCell } from 'h3-js'
import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import { watch } from 'vue'
import { useDraw } from '../draw/use-draw.ts'
import { i18n } from '../i18n.ts'
import type { Overlay } from '../map/overlay.ts'
import { usePointing } from '../map/pointing.ts'
import { areaAnchor } from '../map/reconcile.ts'
import { spanText } from '../record/age.ts'
import { thingsUnder } from '../record/picks.ts'
import { usePopup } from '../record/use-popup.ts'
import { useCatalogue } from '../state/catalogue.ts'
import { useView } from '../state/view.ts'
import { rgbOf } from '../theme/contrast.ts'
import { fontStack, tokens, type Theme, type Tokens } from '../theme/tokens.ts'
import type { CoverageNow } from './api.ts'
import type { VoidArea } from './areas.ts'
import { classOfSeconds, timeClasses, timeColours } from './classes.ts'
import { messages } from './messages.ts'
import { useCoverage } from './store.ts'

const resolution = 9
/** A void of fewer cells is outlined, and its words would hide it. */
const leastNamed = 3

/**
 * Draw coverage under the chosen rule: cells by the time of the soonest unit, voids outlined with how long they last.
 *
 * @returns stops it
 */
export function showCoverage(map: MapLibreMap, overlay: Overlay): () => void {
  const view = useView(), store = useCoverage(), catalogue = useCatalogue(), draw = useDraw(), popup = usePopup(), pointing = usePointing()
  const stop = watch(() => [store.now, store.areas, store.on, view.theme, view.scale, view.language, catalogue.now], () => {
    overlay.put('coverage', store.on && store.now
      ? coverageLayers({ now: store.now, areas: store.areas, theme: view.theme, scale: view.scale, clock: catalogue.clock() }) : [])
  }, { immediate: true })

  function click(event: MapMouseEvent): void {
    if (!store.on || draw.tool || pointing.taker) return
    const cell = latLngToCell(event.lngLat.lat, event.lngLat.lng, resolution)
    // What stands on a void is meant before the void; the area that both lie in is not.
    const stands = popup.picks.some(({ layer }) => layer !== 'divisions') || popup.heap !== null || thingsUnder(map, event.point, 5).picks.some(({ layer }) => layer !== 'divisions')
    if (!store.areaByCell.has(cell) || stands) { store.chosen = null; return }
    popup.close()
    store.chosen = { cell, longitude: event.lngLat.lng, latitude: event.lngLat.lat }
  }
  map.on('click', click)
  return () => {
    stop()
    map.off('click', click)
  }
}

interface Look { now: CoverageNow, areas: readonly VoidArea[], theme: Theme, scale: number, clock: number }
interface Ring { path: [number, number][], area: VoidArea }

function coverageLayers({ now, areas, theme, scale, clock }: Look): DeckLayer[] {
  const colours = tokens[theme], classes = timeClasses(now.rule.minutes), fills = timeColours(theme).map(rgbOf)
  const place = { beforeId: areaAnchor, pickable: false, parameters: { depthCompare: 'always' as const, depthWriteEnabled: false } }
  const byCell = new Map(areas.flatMap(area => area.cells.map(cell => [cell, area] as const)))
  // Help that is near is how it should be: quieter than units and voids.
  const alpha = theme === 'dark' ? 72 : 84
  const fill = (i: number): [number, number, number, number] => {
    const index = classOfSeconds(now.seconds[i]!, classes)
    if (index !== -1) return [...fills[index]!, alpha]
    const area = byCell.get(now.cells[i]!)
    return area && !area.standing ? [...rgbOf(signalOf(area, now, clock, colours)), 72] : [...rgbOf(colours.second), 34]
  }
  const rings = areas.flatMap(area => area.rings.map((path): Ring => ({ path, area })))
  const named = areas.filter(area => !area.standing && area.since !== null && area.cells.length >= leastNamed)
  const words = ({ since }: VoidArea) => said(Math.max(0, clock - since!))
  return [
    new H3HexagonLayer<number>({
      ...place, id: 'coverage/cells', data: now.cells.map((_, i) => i), highPrecision: false, extruded: false, stroked: false, coverage: 0.96,
      getHexagon: i => now.cells[i]!, getFillColor: fill, updateTriggers: { getFillColor: [now.as_of, theme, Math.floor(clock / 60_000)], getHexagon: now.as_of },
    }),
    new PathLayer<Ring>({
      ...place, id: 'coverage/voids', data: rings, getPath: ring => ring.path, widthUnits: 'pixels', jointRounded: true,
      getColor: ({ area }) => area.standing ? [...rgbOf(colours.second), 110] : [...rgbOf(signalOf(area, now, clock, colours)), 255],
      getWidth: ({ area }) => (area.standing ? 1 : 2.5) * scale, updateTriggers: { getColor: [theme, clock], getWidth: scale },
    }),
    new TextLayer<VoidArea>({
      ...place, id: 'coverage/words', data: named, getPosition: area => area.at, getText: words, getSize: 13 * scale, getPixelOffset: [0, 20 * scale], fontFamily: fontStack.join(','), fontWeight: 600,
      characterSet: 'auto', getColor: [...rgbOf(colours.text), 255], fontSettings: { sdf: true, fontSize: 36, buffer: 8, radius: 12 }, outlineWidth: 3, outlineColor: [...rgbOf(colours.halo), 235],
      updateTriggers: { getText: [clock, i18n.global.locale.value], getColor: theme, getSize: scale, getPixelOffset: scale },
    }),
  ]
}

/** A void that lasts as long as raises an alert asks to act; before that it asks for care. */
const signalOf = ({ since }: VoidArea, { rule }: CoverageNow, clock: number, colours: Tokens): string =>
  since !== null && clock - since >= rule.void_alert_minutes * 60_000 ? colours['act-now'] : colours.caution

function said(milliseconds: number): string {
  const locale = i18n.global.locale.value
  return messages[locale].void.replace('{span}', spanText(milliseconds, locale))
}
