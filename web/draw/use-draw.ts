import type { Polygon } from 'geojson'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { decodeRing, encodeRing, longestInLink } from './polyline.ts'

/** What the pen does: two measures, four ways to mark an area. */
export const tools = ['distance', 'surface', 'polygon', 'rectangle', 'circle', 'freehand'] as const
export type Tool = (typeof tools)[number]

export const isMeasure = (tool: Tool): boolean => tool === 'distance' || tool === 'surface'

/** A line or outline as it is drawn, corners as [longitude, latitude]. */
export interface Sketch { tool: Tool, line: number[][], finished: boolean }

/** The pen in hand, what it draws, and the area that was marked. */
export const useDraw = defineStore('draw', () => {
  const tool = ref<Tool | null>(null)
  const sketch = shallowRef<Sketch | null>(null)
  /** The marked area; its counts stand in the side panel. */
  const area = shallowRef<Polygon | null>(null)
  /** The area as a link carries it; null without one, and for outlines too long for a link. */
  const inLink = computed(() => {
    if (!area.value) return null
    const text = encodeRing(area.value.coordinates[0]!)
    return text.length <= longestInLink ? text : null
  })
  const tooLongForLink = computed(() => area.value !== null && inLink.value === null)

  function take(next: Tool): void {
    tool.value = tool.value === next ? null : next
    sketch.value = null
  }
  /** Put the pen away; a finished measure goes, a marked area stays. */
  function put(): void {
    tool.value = null
    sketch.value = null
  }
  function fromLink(text: string | null): void {
    if (text === inLink.value) return
    const ring = text ? decodeRing(text) : null
    area.value = ring ? { type: 'Polygon', coordinates: [ring] } : null
  }

  return { tool, sketch, area, inLink, tooLongForLink, take, put, fromLink }
})
