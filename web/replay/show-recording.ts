import type { Map as MapLibreMap } from 'maplibre-gl'
import { H3HexagonLayer } from '@deck.gl/geo-layers'
import type { Layer as DeckLayer } from '@deck.gl/core'
import { keepAtlas } from '../live/draw/atlas.ts'
import { itemLayers } from '../live/draw/happenings.ts'
import { unitLayers } from '../live/draw/unit-layers.ts'
import { staleAfterDefault, type LiveUnit } from '../live/unit.ts'
import type { DrawContext } from '../map/drawing.ts'
import { drawings } from '../map/drawings.ts'
import { createOverlay } from '../map/overlay.ts'
import { liveAnchorOf } from '../map/reconcile.ts'
import { rgbOf } from '../theme/contrast.ts'
import type { Coverage, RecordedIncident, Recording } from './api.ts'
import { statusAt, unitAt } from './moment.ts'

/** Signs from here on say their names. */
const namesFrom = { units: 14, incidents: 12.5 }

/** An invisible style layer that cells are put beneath, so that words stay over them. */
export const cellsAnchor = 'replay/cells'

export interface Shown { units: number, incidents: number }

/** Draws a moment of a recording with the signs of the live map. Made for a map whose style is there. */
export interface RecordingPicture {
  /** @returns how many units and open incidents there were */
  show(at: number, context: DrawContext, coverage: Coverage | null): Shown
  remove(): void
}

/** @param drawn  called when signs became ready: what was shown is to be shown again */
export function pictureOf(map: MapLibreMap, recording: Recording, drawn: () => void): RecordingPicture {
  const overlay = createOverlay(map)
  const moving = Object.entries(drawings).filter(([, { live }]) => live)
  const happening = Object.entries(drawings).filter(([, each]) => each.happening)
  const atlases = new Map([...moving, ...happening].map(([id]) => [id, keepAtlas(drawn)]))
  for (const id of [cellsAnchor, ...[...happening, ...moving].map(([id]) => liveAnchorOf(id))]) map.addLayer({ id, type: 'background', layout: { visibility: 'none' } })
  // The same objects from frame to frame: only what changes is written to the card.
  const units = recording.tracks.map(track => ({ track, unit: unitOf(track) }))
  let changes = 0

  function show(at: number, context: DrawContext, coverage: Coverage | null): Shown {
    const items = recording.incidents.flatMap(incident => openAt(incident, at))
    const there = units.filter(({ track, unit }) => {
      const then = unitAt(track, at, recording.step_seconds)
      if (!then) return false
      unit.meaning = then.meaning
      unit.motion = then.motion
      unit.fix = { longitude: then.motion.fromLongitude, latitude: then.motion.fromLatitude, at: then.fixAt, heading: then.heading, speed_kmh: then.speedKmh }
      return true
    }).map(({ unit }) => unit)
    for (const [id, { live: look, signs }] of moving) {
      const atlas = atlases.get(id)!(context.theme, () => signs!(context), context.colours.halo)
      if (!atlas) continue
      const zoom = map.getZoom()
      const named = zoom >= namesFrom.units ? there : []
      overlay.put(`live/${id}`, unitLayers({
        id, look: look!, atlas, colours: context.colours, units: there.toSorted((a, b) => look!.order(a) - look!.order(b)),
        headed: there.filter(({ fix }) => fix!.heading !== null && (fix!.speed_kmh ?? 0) >= 4), labelled: named, characters: [...new Set(named.flatMap(({ callsign }) => [...callsign]))],
        stale: new Set(there.filter(({ fix }) => at - fix!.at > staleAfterDefault)), signsChanged: ++changes,
        visible: true, opacity: 1, scale: context.scale, size: look!.size(zoom), zoom, now: at,
      }))
    }
    let open = 0
    for (const [id, { happening: look, signs }] of happening) {
      const atlas = atlases.get(id)!(`${context.theme} ${context.dictionaries.incident_type.length}`, () => signs!(context), context.colours.halo)
      const mine = items.filter(({ status }) => look!.open(status))
      open += mine.length
      if (atlas) overlay.put(`open/${id}`, itemLayers({ id, look: look!, atlas, context, items: mine, opacity: 1, wall: false, named: map.getZoom() >= namesFrom.incidents, clock: at }))
    }
    overlay.put('coverage', coverage ? [voidCells(coverage, context)] : [])
    return { units: there.length, incidents: open }
  }

  return { show, remove: () => overlay.remove() }
}

const unitOf = ({ unit_id, callsign, kind }: Recording['tracks'][number]): LiveUnit => ({
  id: unit_id, callsign, kind, capabilities: [], status: '', meaning: '', status_since: '', station_id: null, shift_from: null, shift_to: null, crew: 0, incident_id: null, fix: null, motion: null,
})

function openAt({ code, received_at, longitude, latitude, ...rest }: RecordedIncident, at: number) {
  const status = statusAt({ code, received_at, longitude, latitude, ...rest }, at)
  return status === null ? [] : [{ code, received_at, longitude, latitude, status }]
}

/** Cells that nobody could have reached in time. */
function voidCells({ void: cells }: Coverage, { colours }: DrawContext): DeckLayer {
  const data = cells.map(({ cell }) => cell)
  return new H3HexagonLayer<string>({
    id: 'replay/void', beforeId: cellsAnchor, data, getHexagon: (cell: string) => cell, extruded: false, stroked: true, highPrecision: false, pickable: false,
    getFillColor: [...rgbOf(colours.caution), 70], getLineColor: [...rgbOf(colours.caution), 180], lineWidthMinPixels: 1,
    parameters: { depthCompare: 'always', depthWriteEnabled: false },
  } as never)
}
