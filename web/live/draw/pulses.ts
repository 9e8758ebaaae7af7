import { Marker, type Map as MapLibreMap } from 'maplibre-gl'
import { watch } from 'vue'
import { useOpenIncidents } from '../open-incidents.ts'
import './pulses.css'

const most = 20

/**
 * A new one pulses three times at its place, at any zoom, and stops.
 *
 * @param wanted  whether its layer is on
 * @returns stops it
 */
export function runPulses(map: MapLibreMap, wanted: () => boolean): () => void {
  const store = useOpenIncidents()
  const pulsing = new Set<Marker>()
  const end = (marker: Marker) => {
    marker.remove()
    pulsing.delete(marker)
  }
  const stop = watch(() => store.taken, event => {
    if (!event || !wanted() || !Number.isFinite(event.longitude)) return
    const [oldest] = pulsing
    if (oldest && pulsing.size >= most) end(oldest)
    const element = document.createElement('div')
    element.className = 'new-pulse'
    element.setAttribute('aria-hidden', 'true')
    const wave = element.appendChild(document.createElement('i'))
    const marker = new Marker({ element }).setLngLat([event.longitude, event.latitude]).addTo(map)
    pulsing.add(marker)
    wave.addEventListener('animationend', () => end(marker))
  })
  return () => {
    stop()
    for (const marker of pulsing) end(marker)
  }
}
