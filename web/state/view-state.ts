import type { Preset } from './time.ts'

export const modes = ['situation', 'analysis', 'planning', 'command', 'wall'] as const
export type Mode = (typeof modes)[number]

export interface Camera { longitude: number, latitude: number, zoom: number, bearing: number, pitch: number }

/** One row of the layer stack. Filters by property; the value is what the server's parameter takes. */
export interface StackEntry { id: string, visible: boolean, opacity: number, filters: Record<string, string> }

/** The window that all layers with a time follow: a preset up to now, or two instants in epoch milliseconds. */
export type TimeChoice = { preset: Preset } | { from: number, to: number }

export interface Selection { layer: string, id: number }

/** What a link carries. */
export interface ViewState {
  mode: Mode
  /** Null until the city says where it lies. */
  camera: Camera | null
  /** Topmost first. */
  layers: StackEntry[]
  time: TimeChoice
  selection: Selection | null
  /** Which screen of the wall this is; its settings then say where it looks, not the link. */
  screen: string | null
}
