import { Marker } from 'maplibre-gl'
import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { useMap } from '../../map/use-map.ts'
import { usePointing, type Spot } from '../../map/pointing.ts'
import { flyTo } from '../../record/fly.ts'
import type { Place } from './draft.ts'

/**
 * A place on the map: a marker that can be dragged, and a click on the map that sets it while `pointing`. Pointing begins with
 * a form that has no place yet: the map is the quickest way where the caller can be followed along a road.
 *
 * @param pointed  called when the map was clicked or the marker dropped
 */
export function useMapPlace(place: Ref<Place | null>, pointed: () => void): { pointing: Ref<boolean>, point(): void } {
  const map = useMap()
  const pointer = usePointing()
  const pointing = ref(place.value === null)
  const pin = document.createElement('div')
  pin.className = 'call-pin'
  const marker = new Marker({ element: pin, draggable: true, anchor: 'bottom' })

  const take = ({ longitude, latitude }: Spot) => {
    place.value = { longitude, latitude, addressId: null, label: null, source: 'map' }
    pointing.value = false
    pointed()
  }
  marker.on('dragend', () => { const { lng, lat } = marker.getLngLat(); take({ longitude: lng, latitude: lat }) })

  let giveBack: (() => void) | undefined
  watch(pointing, now => { giveBack?.(); giveBack = now ? pointer.ask(take) : undefined }, { immediate: true })
  watch([place, map], ([now, there], [before]) => {
    marker.remove()
    if (!now) { pointing.value = true; return }
    if (!there) return
    marker.setLngLat([now.longitude, now.latitude]).addTo(there)
    // What was found by words may lie anywhere; what was pointed at is in sight.
    if (now !== before && now.source !== 'map') flyTo(there, [now.longitude, now.latitude], 15)
  }, { immediate: true })
  onScopeDispose(() => { giveBack?.(); marker.remove() })

  return { pointing, point: () => { pointing.value = !pointing.value } }
}
