import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

export interface Spot { longitude: number, latitude: number }

/** Who gets the next click on the map instead of the popup: a form that wants a place. */
export const usePointing = defineStore('pointing', () => {
  const taker = shallowRef<((spot: Spot) => void) | null>(null)
  /** Give clicks to `take`. @returns gives them back, unless somebody else took over meanwhile */
  function ask(take: (spot: Spot) => void): () => void {
    taker.value = take
    return () => { if (taker.value === take) taker.value = null }
  }
  return { taker, ask }
})
