import type { Map as MapLibreMap } from 'maplibre-gl'
import { inject, provide, shallowRef, type InjectionKey, type ShallowRef } from 'vue'

const key: InjectionKey<ShallowRef<MapLibreMap | null>> = Symbol('map')

/** Make room for the map that everything below shares. Called once, by the screen that holds it. */
export function provideMap(): ShallowRef<MapLibreMap | null> {
  const map = shallowRef<MapLibreMap | null>(null)
  provide(key, map)
  return map
}

/** The map; null until it is there and after it is gone. */
export function useMap(): ShallowRef<MapLibreMap | null> {
  const map = inject(key)
  if (!map) throw new Error('useMap() is called outside of the screen that provides the map')
  return map
}
