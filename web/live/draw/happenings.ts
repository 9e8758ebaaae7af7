import { IconLayer, ScatterplotLayer, TextLayer } from '@deck.gl/layers'
import type { Layer as DeckLayer } from '@deck.gl/core'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { watch } from 'vue'
import { i18n } from '../../i18n.ts'
import type { DrawContext, HappeningLook } from '../../map/drawing.ts'
import { drawings } from '../../map/drawings.ts'
import { drawContext } from '../../map/engine.ts'
import type { Overlay } from '../../map/overlay.ts'
import { addPicker, type DrawnFeature, type Reach } from '../../map/pickers.ts'
import { firstZoom, liveAnchorOf } from '../../map/reconcile.ts'
import { layers } from '../../layers.ts'
import { useCatalogue } from '../../state/catalogue.ts'
import { useView } from '../../state/view.ts'
import { rgbOf } from '../../theme/contrast.ts'
import { fontStack } from '../../theme/tokens.ts'
import type { OpenIncident } from '../api.ts'
import { useOpenIncidents } from '../open-incidents.ts'
import { isMapped, type Placed } from '../placed.ts'
import { keepAtlas, type Atlas } from './atlas.ts'
import { runPulses } from './pulses.ts'

/**
 * Draw what is open and happening, at every zoom, ringed by how far it has come; new ones pulse.
 *
 * @returns stops it
 */
export function showHappenings(map: MapLibreMap, overlay: Overlay): () => void {
  const endings = Object.entries(drawings).flatMap(([id, { happening }]) => happening && layers[id] ? [showLayer(map, overlay, id, happening)] : [])
  return () => { for (const end of endings) end() }
}

function showLayer(map: MapLibreMap, overlay: Overlay, id: string, look: HappeningLook): () => void {
  const view = useView()
  const catalogue = useCatalogue()
  const store = useOpenIncidents()
  const atlasFor = keepAtlas(() => draw())

  const wall = () => view.mode === 'wall'
  // Where the layer's own tiles draw each item, nothing is drawn twice; a wall has them larger than its tiles do.
  const shown = () => {
    const entry = view.entryOf(id)
    return entry?.visible && (wall() || map.getZoom() < firstZoom(layers[id]!)) ? store.incidents.filter(isMapped).filter(item => look.open(item.status)) : []
  }

  function draw(): void {
    const context = drawContext()
    if (!context) return
    const atlas = atlasFor(`${view.theme} ${context.dictionaries.incident_type.length}`, () => drawings[id]!.signs!(context), context.colours.halo)
    if (!atlas) return
    overlay.put(`open/${id}`, itemLayers({ id, look, atlas, context, items: shown(), opacity: view.entryOf(id)?.opacity ?? 1, wall: wall(), named: wall() || map.getZoom() >= 12.5, clock: catalogue.clock() }))
  }
  const stop = watch(() => [store.incidents, view.entryOf(id), view.theme, view.scale, view.mode, view.language, catalogue.now, catalogue.dictionaries === null], draw, { deep: true, immediate: true })
  map.on('zoom', draw)

  function under({ point, reach }: Reach): DrawnFeature[] {
    return shown().filter(({ longitude, latitude }) => {
      const { x, y } = map.project([longitude, latitude])
      return Math.hypot(x - point.x, y - point.y) < reach + 12 * view.scale
    }).map(item => ({
      id: item.id, source: id, sourceLayer: id, geometry: { type: 'Point', coordinates: [item.longitude, item.latitude] },
      properties: { number: item.number, code: item.code, status: item.status, channel: item.channel, received_at: Date.parse(item.received_at) / 1000 },
    }))
  }
  const removePicker = addPicker(under)
  const stopPulses = runPulses(map, () => view.entryOf(id)?.visible ?? false)

  return () => {
    stop()
    map.off('zoom', draw)
    removePicker()
    stopPulses()
  }
}

/** What is drawn of an open item. */
export type OpenItem = Pick<OpenIncident, 'code' | 'received_at'> & Placed & { status: string }

export interface ItemLook {
  id: string
  look: HappeningLook
  atlas: Atlas
  context: DrawContext
  items: readonly OpenItem[]
  opacity: number
  /** On a wall nothing lies over what is open. */
  wall: boolean
  named: boolean
  clock: number
}

/** Open items as signs with a ring that says how far each has come, and their names; `clock` is what their age is counted to. */
export function itemLayers({ id, look, atlas, context, items, opacity, wall, named, clock }: ItemLook): DeckLayer[] {
  const { colours, scale } = context
  const place = { ...(!wall && { beforeId: liveAnchorOf(id) }), opacity, pickable: false, parameters: { depthCompare: 'always' as const, depthWriteEnabled: false } }
  const data = items as OpenItem[]
  const position = ({ longitude, latitude }: OpenItem): [number, number] => [longitude, latitude]
  const sign = (item: OpenItem) => look.sign(item, context)
  const ring = (item: OpenItem) => rgbOf(look.colour(item, colours))
  return [
    new ScatterplotLayer<OpenItem>({
      ...place, id: `open/${id}/ring`, data, getPosition: position, radiusUnits: 'pixels', lineWidthUnits: 'pixels', stroked: true,
      getRadius: 14 * scale, getLineWidth: 2.5 * scale, getLineColor: item => [...ring(item), 255], getFillColor: item => [...ring(item), 56],
      updateTriggers: { getRadius: scale, getLineWidth: scale, getLineColor: colours.accent, getFillColor: colours.accent },
    }),
    new IconLayer<OpenItem>({
      ...place, id: `open/${id}`, data, iconAtlas: atlas.picture as never, iconMapping: atlas.mapping, sizeScale: scale, alphaCutoff: 0.02,
      getPosition: position, getIcon: sign, getSize: item => atlas.sizes[sign(item)] ?? 0,
    }),
    ...named && data.length ? [new TextLayer<OpenItem>({
      ...place, id: `open/${id}/names`, data, getPosition: position, getText: item => nameOf(item, context, clock),
      getSize: 12.5 * scale, getColor: [...rgbOf(colours.text), 255], getPixelOffset: [19 * scale, 0], getTextAnchor: 'start', getAlignmentBaseline: 'center',
      fontFamily: fontStack.join(','), fontWeight: 600, characterSet: 'auto', fontSettings: { sdf: true, fontSize: 36, buffer: 8, radius: 12 }, outlineWidth: 3, outlineColor: [...rgbOf(colours.halo), 235],
      updateTriggers: { getText: [clock, context.language], getSize: scale, getPixelOffset: scale, getColor: colours.text },
    })] : [],
  ]
}

/** What it is and for how long: `盗窃 12 分`. */
function nameOf({ code, received_at }: OpenItem, { dictionaries, language }: DrawContext, clock: number): string {
  const type = dictionaries.incident_type.find(each => each.code === code)
  const minutes = Math.max(0, Math.floor((clock - Date.parse(received_at)) / 60_000))
  const zh = i18n.global.locale.value === 'zh'
  const age = minutes < 60 ? `${minutes} ${zh ? '分' : 'min'}` : minutes < 24 * 60 ? `${Math.floor(minutes / 60)} ${zh ? '时' : 'h'} ${minutes % 60} ${zh ? '分' : 'min'}` : `${Math.floor(minutes / 1440)} ${zh ? '天' : 'd'}`
  return `${(language === 'en' ? type?.name_en : type?.name) ?? code} ${age}`
}
