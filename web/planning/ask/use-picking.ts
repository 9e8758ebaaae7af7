import { onScopeDispose, watch } from 'vue'
import { useEscape } from '../../keys/escape.ts'
import { metresPerPixel } from '../../map/create-map.ts'
import { usePointing, type Spot } from '../../map/pointing.ts'
import { useMap } from '../../map/use-map.ts'
import { usePlanning } from '../store.ts'
import type { SolveQuestion } from '../types.ts'
import { withPart } from './bodies.ts'
import { useGathered, type Site } from './gathered.ts'
import { nearestSite } from './nearest-site.ts'

/** How near to a site a click counts for it, in pixels. */
const reach = 24

/** Clicks on the map draw points, or fix and forbid sites, one after the other until it is let go; Esc lets go. */
export function usePicking() {
  const store = usePlanning(), gathered = useGathered(), pointing = usePointing(), map = useMap()
  let release: (() => void) | undefined

  watch(() => gathered.picking, now => { release?.(); release = now ? pointing.ask(take, () => { gathered.picking = null }) : undefined })
  useEscape(() => gathered.picking !== null, () => { gathered.picking = null })
  onScopeDispose(() => { gathered.picking = null; release?.() })

  function take(spot: Spot): void {
    if (!store.question || !gathered.picking) return
    if (gathered.picking === 'drawn') return draw(spot)
    const site = nearestSite(gathered.sites.answer?.sites ?? [], spot, map.value ? reach * metresPerPixel(map.value) : 0)
    if (site) toggle(gathered.picking, site.id)
  }
  function draw({ longitude, latitude }: Spot): void {
    const point: [number, number] = [Number(longitude.toFixed(6)), Number(latitude.toFixed(6))]
    putDrawn([...store.question!.sites?.drawn ?? [], { point }])
  }
  function putDrawn(drawn: NonNullable<NonNullable<SolveQuestion['sites']>['drawn']>): void {
    const { drawn: _, ...rest } = store.question!.sites ?? {}
    const sites = drawn.length ? { ...rest, drawn } : rest
    store.question = withPart(store.question!, 'sites', Object.keys(sites).length ? sites : undefined)
  }
  function toggle(part: 'fixed' | 'forbidden', id: Site['id']): void {
    const now = store.question![part] ?? [], next = now.includes(id) ? now.filter(each => each !== id) : [...now, id]
    store.question = withPart(store.question!, part, next.length ? next : undefined)
  }
  return { pick: (what: 'drawn' | 'fixed' | 'forbidden') => { gathered.picking = gathered.picking === what ? null : what }, putDrawn, toggle }
}
