import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

export interface Spot { longitude: number, latitude: number }

/** Who gets the next click on the map instead of the popup: a form that wants a place. */
export const usePointing = defineStore('pointing', () => {
  const taker = shallowRef<((spot: Spot) => void) | null>(null)
  let tellLoser: (() => void) | undefined

  /**
   * Give clicks to `take`.
   *
   * @param lost  hears that somebody else took over
   * @returns gives them back, unless somebody else took over meanwhile
   */
  function ask(take: (spot: Spot) => void, lost?: () => void): () => void {
    const before = tellLoser
    taker.value = take
    tellLoser = lost
    before?.()
    return () => {
      if (taker.value !== take) return
      taker.value = null
      tellLoser = undefined
    }
  }
  return { taker, ask }
})
