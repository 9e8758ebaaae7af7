import { LngLatBounds, type LngLatLike, type Map as MapLibreMap } from 'maplibre-gl'
import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { drawings } from '../map/drawings.ts'
import { useOpenIncidents } from '../live/open-incidents.ts'
import { isMapped } from '../live/placed.ts'
import { useUnits } from '../live/units.ts'
import { useCatalogue } from '../state/catalogue.ts'
import { useView } from '../state/view.ts'
import type { Camera } from '../state/view-state.ts'
import { hearOpen, pass, release, resting, touch, tourStop, type Habits, type Step } from './director.ts'
import { useScreens } from './screens.ts'

const holdMinutes = 15
/** As near as one looks at a single incident. */
const nearZoom = 15.2

const isOpen = (status: string): boolean => Object.values(drawings).some(({ happening }) => happening?.open(status))

/** Let the director move the map: towards what is new, along the tour, or not at all while somebody holds it. */
export function useDirector(map: Ref<MapLibreMap | null>) {
  const screens = useScreens()
  const catalogue = useCatalogue()
  const view = useView()
  const incidents = useOpenIncidents()
  const units = useUnits()
  const director = shallowRef(resting())
  const stop = ref(0)
  let restedAt = Date.now()
  /** Where a link looked: a screen without views of its own rests there. */
  const opened = isCityView(view.camera, catalogue.city!.view) ? null : view.camera
  const habits = (): Habits => ({ follow: screens.current.follow, pullMilliseconds: screens.current.pull_seconds * 1000, holdMilliseconds: holdMinutes * 60_000 })

  function take({ director: next, look }: Step): void {
    director.value = next
    if (!look || !map.value) return
    if (look.at === 'rest') { restedAt = Date.now() - stop.value * screens.current.tour_seconds * 1000; goTo(map.value, viewAt(stop.value)) }
    else lookAt(map.value, look.ids)
  }

  watch(() => incidents.incidents, list => {
    if (incidents.asOf === null) return
    take(hearOpen(director.value, list.filter(({ status }) => isOpen(status)).map(({ id }) => id), habits(), Date.now()))
  })
  // Where it rests: when the map or the screen's settings come.
  watch([map, () => screens.current], ([now]) => { if (now && director.value.doing === 'rest') goTo(now, viewAt(stop.value)) }, { immediate: true })
  const timer = setInterval(() => {
    take(pass(director.value, habits(), Date.now()))
    const { views, tour_seconds } = screens.current
    const next = tourStop(views.length, tour_seconds, Date.now() - restedAt)
    if (director.value.doing !== 'rest' || next === stop.value) return
    stop.value = next
    if (map.value) goTo(map.value, viewAt(next))
  }, 1000)
  onScopeDispose(() => clearInterval(timer))

  function viewAt(index: number): Camera {
    const city = catalogue.city!.view
    // A taller screen shows the same city larger, not more sea round it.
    return screens.current.views[index] ?? opened ?? { ...city, zoom: city.zoom + Math.max(0, Math.log2(innerHeight / 1080)), bearing: 0, pitch: 0 }
  }

  /** Fresh ones, and who is on the way to them where that is near, clear of the columns. */
  function lookAt(target: MapLibreMap, ids: readonly number[]): void {
    const about = incidents.incidents.filter(isMapped).filter(({ id }) => ids.includes(id))
    const places = about.flatMap(({ longitude, latitude, units: sent }): [number, number][] =>
      [[longitude, latitude], ...sent.map(({ unit_id }) => units.position(unit_id)).filter(place => place !== null)])
    if (!places.length) return
    const bounds = places.reduce((box, place) => box.extend(place), new LngLatBounds())
    const { clientWidth: width, clientHeight: height } = target.getContainer()
    const padding = width > height ? { left: width * 0.3, right: width * 0.26, top: height * 0.14, bottom: height * 0.08 } : 40
    const camera = target.cameraForBounds(bounds, { padding, maxZoom: nearZoom, bearing: 0 })
    if (camera) move(target, { center: camera.center!, zoom: camera.zoom!, bearing: 0, pitch: 0 })
  }

  return {
    director, stop, isOpen,
    touch: () => take(touch(director.value, habits(), Date.now())),
    release: () => take(release(director.value, habits(), Date.now())),
  }
}

const isCityView = (camera: Camera | null, city: Pick<Camera, 'longitude' | 'latitude' | 'zoom'>): boolean =>
  camera === null || (camera.longitude === city.longitude && camera.latitude === city.latitude && camera.zoom === city.zoom)

function goTo(map: MapLibreMap, { longitude, latitude, zoom, bearing, pitch }: Camera): void {
  move(map, { center: [longitude, latitude], zoom, bearing, pitch })
}

function move(map: MapLibreMap, camera: { center: LngLatLike, zoom: number, bearing: number, pitch: number }): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  if (still) map.jumpTo(camera)
  else map.flyTo({ ...camera, duration: 1600, essential: true })
}
