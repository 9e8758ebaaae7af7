import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Box } from '../map/cells/box.ts'

/** What the map shows, as a box; the map sets it when it comes to rest. */
export const useMapBounds = defineStore('bounds', () => ({ box: shallowRef<Box | null>(null) }))
