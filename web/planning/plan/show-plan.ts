import { getResolution, latLngToCell } from 'h3-js'
import { LngLatBounds, type Map as MapLibreMap, type MapMouseEvent } from 'maplibre-gl'
import { watch } from 'vue'
import { useDraw } from '../../draw/use-draw.ts'
import { i18n } from '../../i18n.ts'
import { cellWidthMetres } from '../../map/cells/resolution.ts'
import { metresPerPixel } from '../../map/create-map.ts'
import type { Overlay } from '../../map/overlay.ts'
import { usePointing } from '../../map/pointing.ts'
import { useView } from '../../state/view.ts'
import { usePlanning } from '../store.ts'
import type { Candidate } from '../types.ts'
import { useComparison } from './comparison.ts'
import { shapeOf } from './force-shape.ts'
import { useGoneWays } from './gone-ways.ts'
import { usePlanHand } from './hand.ts'
import { messages } from './messages.ts'
import { changeLayers, coverageLayers, siteLayers } from './plan-layers.ts'
import { pointOf, type Place } from './places.ts'
import { postMarkers, type PostLook } from './post-markers.ts'
import { postName } from './words.ts'

/** A hand this near to a candidate site, in pixels, means the site. */
const catchPixels = 14

/**
 * Draw the plan in hand: cells by how soon somebody comes, posts that can be taken by hand, what moving them changes.
 *
 * @returns stops it
 */
export function showPlan(map: MapLibreMap, overlay: Overlay): () => void {
  const view = useView(), plan = usePlanning(), hand = usePlanHand(), comparison = useComparison(), pointing = usePointing(), draw = useDraw(), ways = useGoneWays()
  const open = () => view.mode === 'planning' && (plan.tab === 'plan' || plan.tab === 'plans') && plan.solved !== null
  const coloured = () => open() && plan.picture === 'coverage' && hand.coverage !== null

  const markers = postMarkers(map, {
    choose: id => { plan.chosen = plan.chosen === id ? null : id; hand.revealed++ },
    take: hand.take,
    drag: at => { const site = siteAt(at); hand.drag(at, site); return site ?? at },
    drop: hand.drop,
  })

  /** The candidate site that is meant by a place on the map, if any. */
  function siteAt(place: Place): Candidate | null {
    const here = map.project([place.longitude, place.latitude])
    const near = hand.candidates.map(site => ({ site, pixels: map.project([site.longitude, site.latitude]).dist(here) })).filter(({ pixels }) => pixels <= catchPixels * view.scale)
    return near.sort((a, b) => a.pixels - b.pixels)[0]?.site ?? null
  }

  function looks(): PostLook[] {
    const { held } = hand, shape = shapeOf(plan.solved!.result.travel.force), locale = view.language, from = new Set(plan.solved!.result.sites.map(({ id }) => id))
    return (held?.stands ?? plan.stands).map(stand => {
      const mine = held?.from === stand.id, name = postName(mine ? { ...held.at, name: held.to?.name ?? '' } : stand, hand.candidates, locale)
      return {
        stand, at: mine ? held.at : stand, name, shape, chosen: plan.chosen === stand.id, moved: !from.has(stand.id), held: mine, rest: mine ? stand.units - 1 : 0, draggable: hand.free || mine,
        label: messages[locale].postAria.replace('{name}', name).replace('{n}', String(stand.units)),
      }
    })
  }
  const ghosts = () => hand.ghosts === 'today' ? comparison.answer?.today.sites ?? [] : hand.ghosts === 'greedy' ? plan.solved?.result.greedy?.sites ?? [] : []
  const roomy = () => hand.coverage !== null && hand.coverage.cells.length > 0 && cellWidthMetres(getResolution(hand.coverage.cells[0]!)) / metresPerPixel(map) >= 16 * view.scale

  const stops = [
    watch(() => [coloured(), hand.coverage, view.theme], () => overlay.put('plan', coloured() ? coverageLayers(hand.coverage!, view.theme) : []), { immediate: true }),
    watch(() => [coloured(), plan.whatIf, view.theme, view.scale, coloured() && plan.whatIf !== null && view.camera !== null && roomy()], () => {
      overlay.put('plan-changes', coloured() && plan.whatIf ? changeLayers(plan.whatIf, roomy(), view.theme, view.scale) : [])
    }, { immediate: true }),
    watch(() => [open(), ways.value, hand.held?.dragging || hand.pointing !== null, hand.candidates, ghosts(), view.theme, view.scale], () => {
      const free = hand.held?.dragging || hand.pointing !== null
      overlay.put('plan-sites', open() ? siteLayers({ ways: ways.value, candidates: free ? hand.candidates : [], ghosts: ghosts(), sign: hand.ghosts === 'greedy' ? '△' : '◇' }, view.theme, view.scale) : [])
    }, { immediate: true }),
    watch(() => [open(), plan.stands, hand.held, plan.chosen, hand.candidates, hand.free, i18n.global.locale.value], () => markers.put(open() ? looks() : []), { immediate: true }),
    // A plan that was just found or opened is seen whole.
    watch(() => open() ? JSON.stringify(plan.which) : null, (now, before) => { if (now !== null && now !== before) bringIntoSight() }),
    // A tip of the finger leaves no cell by itself.
    watch(coloured, now => { if (!now) hand.hovered = null }),
    // The next click on the map is where the post goes that was taken up in the list.
    watch(() => open() ? hand.pointing : null, (id, _before, onCleanup) => {
      if (id === null) return
      onCleanup(pointing.ask(spot => {
        const site = siteAt(spot)
        hand.move(id, site ? { site } : { point: pointOf(spot) })
      }, () => { hand.pointing = null }))
    }, { immediate: true }),
  ]

  function bringIntoSight(): void {
    const bounds = new LngLatBounds(), { clientWidth: width, clientHeight: height } = map.getContainer(), { scale } = view
    for (const { longitude, latitude } of plan.stands) bounds.extend([longitude, latitude])
    const padding = width <= 720 ? { top: 24, bottom: Math.round(height * 0.72), left: 40, right: 40 } : { top: 60 * scale, bottom: 90 * scale, left: 370 * scale, right: 520 * scale }
    if (!bounds.isEmpty()) map.fitBounds(bounds, { padding, maxZoom: 13.5, duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 600 })
  }

  function point({ lngLat, point, originalEvent }: MapMouseEvent): void {
    if (!coloured() || draw.tool || hand.held || originalEvent.target !== map.getCanvas()) { hand.hovered = null; return }
    const { cells, index } = hand.coverage!, cell = cells.length > 0 ? latLngToCell(lngLat.lat, lngLat.lng, getResolution(cells[0]!)) : ''
    const { left, top } = map.getContainer().getBoundingClientRect()
    hand.hovered = index.has(cell) ? { cell, x: left + point.x, y: top + point.y } : null
  }
  const leave = () => { hand.hovered = null }
  const heard = [map.on('mousemove', point), map.on('click', point), map.on('mouseout', leave), map.on('movestart', leave)]
  return () => {
    for (const stop of stops) stop()
    for (const subscription of heard) subscription.unsubscribe()
    markers.remove()
  }
}
