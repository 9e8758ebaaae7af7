import type { Map as MapLibreMap } from 'maplibre-gl'
import { watch } from 'vue'
import type { LiveLook } from '../../map/drawing.ts'
import { drawings } from '../../map/drawings.ts'
import { drawContext } from '../../map/engine.ts'
import { metresPerPixel } from '../../map/create-map.ts'
import type { Overlay } from '../../map/overlay.ts'
import { addPicker, type Reach } from '../../map/pickers.ts'
import { firstZoom } from '../../map/reconcile.ts'
import { layers } from '../../layers.ts'
import { useCatalogue } from '../../state/catalogue.ts'
import { useView } from '../../state/view.ts'
import { frameMilliseconds, isMoving, placeAt } from '../motion.ts'
import { passes, propertiesOf, type LiveUnit } from '../unit.ts'
import { useUnits } from '../units.ts'
import { keepAtlas } from './atlas.ts'
import { labelOffset, labelSize, unitLayers, type UnitPicture } from './unit-layers.ts'
import { labelsThatFit } from './label-places.ts'
import { tellFrame } from './frames.ts'

/** Slower than a walk is standing: the tick of a fix that jitters would turn like a compass. */
const leastHeadedKmh = 4
const mostLabels = 400

/**
 * Draw the units of every layer that is live, and move them.
 *
 * @returns stops it
 */
export function showUnits(map: MapLibreMap, overlay: Overlay): () => void {
  const endings = Object.entries(drawings).flatMap(([id, { live }]) => live && layers[id] ? [showLayer(map, overlay, id, live)] : [])
  return () => { for (const end of endings) end() }
}

function showLayer(map: MapLibreMap, overlay: Overlay, id: string, look: LiveLook): () => void {
  const view = useView()
  const catalogue = useCatalogue()
  const store = useUnits()
  let picture: UnitPicture | undefined
  const atlasFor = keepAtlas(() => compose())
  let timer: ReturnType<typeof setTimeout> | undefined
  let frame = 0
  let ended = false

  // Who there is, what they do, what the stack says: everything but where they are.
  const stopPicture = watch(() => [store.changed, view.entryOf(id), view.theme, view.scale, catalogue.now, catalogue.dictionaries === null], compose, { deep: true, immediate: true })
  // A fix may make a unit move, or old one fresh: who heads where is looked at again, not more than once a tick.
  const stopMoves = watch(() => store.moved, () => { refresh(); next(0) })
  const zoomed = () => { if (picture) draw() }
  const settled = () => { label(); draw() }
  map.on('zoom', zoomed)
  map.on('moveend', settled)
  const removePicker = addPicker(under)

  function compose(): void {
    const context = drawContext()
    const entry = view.entryOf(id)
    if (!context || !entry) return
    const atlas = atlasFor(view.theme, () => drawings[id]!.signs!(context), context.colours.halo)
    if (!atlas) return
    const units = [...store.units.values()].filter(unit => unit.motion && passes(unit, entry.filters)).sort((a, b) => look.order(a) - look.order(b))
    picture = {
      id, look, atlas, colours: context.colours, units,
      headed: units.filter(heads), labelled: [], characters: charactersOf(units, look, picture?.characters ?? []),
      stale: new Set(units.filter(store.stale)), signsChanged: (picture?.signsChanged ?? 0) + 1,
      visible: entry.visible, opacity: entry.opacity, scale: view.scale, size: 1, zoom: 0, now: Date.now(),
    }
    label()
    draw()
    next(0)
  }

  function refresh(): void {
    if (!picture) return
    if ([...picture.stale].some(unit => !store.stale(unit))) return compose()
    picture.headed = picture.units.filter(heads)
  }

  /** Names near enough to be read, none on top of another. */
  function label(): void {
    if (!picture) return
    const near = picture.visible && map.getZoom() >= look.labels.zoom
    const { lng: west, lat: south } = map.getBounds().getSouthWest(), { lng: east, lat: north } = map.getBounds().getNorthEast()
    const inSight = near ? picture.units.filter(({ fix }) => fix!.longitude > west && fix!.longitude < east && fix!.latitude > south && fix!.latitude < north) : []
    const now = Date.now()
    const boxes = inSight.toReversed().slice(0, mostLabels).map(unit => {
      const { x, y } = map.project(placeAt(unit.motion!, now))
      return { unit, x, y: y + labelOffset * view.scale, width: (textWidth(unit[look.labels.property]) + 6) * view.scale, height: (labelSize + 3) * view.scale }
    })
    picture.labelled = labelsThatFit(boxes).map(({ unit }) => unit)
  }

  function draw(): void {
    if (!picture) return
    const zoom = map.getZoom()
    picture.now = Date.now()
    picture.size = look.size(zoom)
    picture.zoom = zoom
    overlay.put(`live/${id}`, unitLayers({ ...picture, visible: picture.visible && zoom >= firstZoom(layers[id]!) }))
    tellFrame()
  }

  /** Draw again after as long as the picture may stand; nothing while all stand. */
  function next(milliseconds: number): void {
    clearTimeout(timer)
    if (ended) return
    timer = setTimeout(() => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        if (!picture) return
        const now = Date.now()
        const moving = picture.units.filter(unit => isMoving(unit.motion!, now))
        draw()
        if (moving.length === 0) return
        const fastest = moving.reduce((most, { fix }) => Math.max(most, fix!.speed_kmh ?? 30), 0)
        next(frameMilliseconds(metresPerPixel(map), fastest))
      })
    }, milliseconds)
  }

  /** Units whose sign lies under a point of the screen, the nearest first. */
  function under({ point, reach, box: [[west, south], [east, north]] }: Reach): ReturnType<Parameters<typeof addPicker>[0]> {
    if (!picture?.visible || map.getZoom() < firstZoom(layers[id]!)) return []
    const now = Date.now()
    const radius = reach + 9 * look.size(map.getZoom()) * view.scale
    return picture.units.flatMap(unit => {
      const at = placeAt(unit.motion!, now)
      if (at[0] < west || at[0] > east || at[1] < south || at[1] > north) return []
      const { x, y } = map.project(at)
      const distance = Math.hypot(x - point.x, y - point.y)
      if (distance > radius) return []
      return [{ distance, feature: { id: unit.id, source: id, sourceLayer: id, properties: propertiesOf(unit), geometry: { type: 'Point' as const, coordinates: at } } }]
    }).sort((a, b) => a.distance - b.distance).map(({ feature }) => feature)
  }

  return () => {
    ended = true
    stopPicture()
    stopMoves()
    clearTimeout(timer)
    cancelAnimationFrame(frame)
    map.off('zoom', zoomed)
    map.off('moveend', settled)
    removePicker()
  }
}

const heads = ({ fix }: LiveUnit): boolean => fix !== null && fix.heading !== null && (fix.speed_kmh ?? 0) >= leastHeadedKmh

/** The characters of all names: the font's picture is drawn anew only when one is missing. */
function charactersOf(units: readonly LiveUnit[], { labels }: LiveLook, before: string[]): string[] {
  const needed = new Set(units.flatMap(unit => [...unit[labels.property]]))
  return [...needed].every(character => before.includes(character)) ? before : [...new Set([...before, ...needed])]
}

/** About how wide a text is in pixels of the design: a Chinese character is as wide as high. */
const textWidth = (text: string): number => [...text].reduce((width, character) => width + (character > '⺀' ? 1 : 0.58) * labelSize, 0)
