import { Marker, type Map as MapLibreMap } from 'maplibre-gl'
import type { Stand } from '../types.ts'
import './post-markers.css'
import type { Place } from './places.ts'

export interface PostLook { stand: Stand, at: Place, name: string, label: string, shape: string, chosen: boolean, moved: boolean, held: boolean, /** Units that stay while one of them is carried off. */ rest: number, draggable: boolean }

export interface PostHand {
  choose(id: string): void
  take(id: string): void
  /** @returns where the post shall be drawn: a candidate site that the hand is over, or where the hand is */
  drag(at: Place): Place
  drop(): void
}

/** Posts as marks that can be taken by hand or reached by the tab key. One a site, kept from one look to the next, so that a drag isn't torn off. */
export function postMarkers(map: MapLibreMap, hand: PostHand): { put(looks: readonly PostLook[]): void, remove(): void } {
  const shown = new Map<string, { marker: Marker, element: HTMLButtonElement }>()
  let rest: Marker | null = null, droppedAt = 0

  function make(id: string): { marker: Marker, element: HTMLButtonElement } {
    const element = document.createElement('button')
    element.type = 'button'
    element.innerHTML = '<svg viewBox="0 0 24 24" aria-hidden="true"><path /></svg><b></b><span class="name"></span>'
    const marker = new Marker({ element, draggable: true })
    marker.on('dragstart', () => hand.take(id))
    marker.on('drag', () => {
      const { lng, lat } = marker.getLngLat(), at = hand.drag({ longitude: lng, latitude: lat })
      marker.setLngLat([at.longitude, at.latitude])
    })
    marker.on('dragend', () => { droppedAt = performance.now(); hand.drop() })
    element.addEventListener('click', event => {
      event.stopPropagation()
      if (performance.now() - droppedAt > 200) hand.choose(id)
    })
    return { marker, element }
  }

  function dress(element: HTMLElement, { label, name, shape, chosen, moved, held }: PostLook, count: number): void {
    for (const [key, on] of Object.entries({ 'plan-post': true, chosen, moved, held })) element.classList.toggle(key, on)
    element.setAttribute('aria-label', label)
    element.querySelector('path')!.setAttribute('d', shape)
    element.querySelector('b')!.textContent = count > 1 ? String(count) : ''
    element.querySelector('.name')!.textContent = name
  }

  return {
    put(looks) {
      const ids = new Set(looks.map(({ stand }) => stand.id))
      for (const [id, { marker }] of shown) if (!ids.has(id)) { marker.remove(); shown.delete(id) }
      rest?.remove()
      rest = null
      for (const look of looks) {
        const { stand, at, held } = look, there = shown.get(stand.id) ?? make(stand.id)
        dress(there.element, look, held ? 1 : stand.units)
        // While it is carried the map moves it.
        if (!held || !shown.has(stand.id)) there.marker.setLngLat([at.longitude, at.latitude])
        there.marker.setDraggable(look.draggable)
        if (!shown.has(stand.id)) there.marker.addTo(map)
        shown.set(stand.id, there)
        if (!held || look.rest === 0) continue
        const element = there.element.cloneNode(true) as HTMLElement
        dress(element, { ...look, held: false, chosen: false, name: '' }, look.rest)
        element.classList.add('rest')
        rest = new Marker({ element }).setLngLat([stand.longitude, stand.latitude]).addTo(map)
      }
    },
    remove() {
      for (const { marker } of shown.values()) marker.remove()
      rest?.remove()
      shown.clear()
    },
  }
}
