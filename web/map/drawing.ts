import type { LayerSpecification } from 'maplibre-gl'
import type { Label } from '../../layers/layer.ts'
import type { Dictionaries } from '../api-shapes.ts'
import type { Language } from '../i18n.ts'
import type { Tokens, Theme } from '../theme/tokens.ts'
import type { Ramp } from './cells/ramps.ts'

/** What a layer's drawing may depend on. When one of these changes, the drawing is asked again and the difference applied. */
export interface DrawContext {
  theme: Theme
  colours: Tokens
  language: Language
  dictionaries: Dictionaries
  /** The server's clock in epoch seconds, like the times in tiles; moves on once a minute. */
  nowSeconds: number
  /** The moving window in epoch seconds while the timeline plays. */
  playing: { from: number, to: number } | null
  /** Text and signs are drawn this many times larger: 1 on a desk, more on a wall. */
  scale: number
}

/** Where a style layer stands: areas and lines of the base map, words over them and over cells, or signs of data. */
export type Slot = 'ground' | 'label' | 'data'

type WithoutPlace<S> = S extends { id: string, source: string, 'source-layer'?: string } ? Omit<S, 'id' | 'source' | 'source-layer'> : never

/** A MapLibre style layer over the layer's own tiles; the engine gives it its id, source and place. */
export type StyleLayer = WithoutPlace<LayerSpecification> & {
  name: string
  slot: Slot
  /** Over the points that the layer's tiles carry for the names of shapes, not over the shapes. */
  over?: 'labels'
}

/** Draws a sign on a canvas whose origin is its middle; one unit is one pixel at scale 1. */
export interface Sign { size: number, draw: (canvas: CanvasRenderingContext2D) => void }

export interface LegendEntry {
  label: Label
  /** What the mark looks like: a sign by its name, or a plain patch, line, ring or dot in a colour; none for a remark. */
  sign?: string
  patch?: string
  line?: { colour: string, width: number, dashed?: boolean }
  ring?: string
  dot?: string
}

/** How a layer looks: what `layers/<id>/web.ts` exports as `drawing`. */
export interface Drawing {
  /** Place in the stack to begin with: higher is further up. */
  rank: number
  /** Whether it is on when the map opens. */
  initially: boolean
  /** How counts per cell are coloured below the detail zoom; without it nothing is drawn there. */
  cells?: { ramp: Ramp }
  /** Its things move: they come over the live stream and glide from fix to fix; tiles are not asked for. */
  live?: LiveLook
  /** Its open items come as they happen and are drawn at every zoom; new ones pulse three times. */
  happening?: HappeningLook
  /** Signs by name; the engine prefixes them with the layer's id. */
  signs?: (context: DrawContext) => Record<string, Sign>
  /** Its tiles as style layers; none for what is drawn live. */
  style: (context: DrawContext) => StyleLayer[]
  legend: (context: DrawContext) => LegendEntry[]
}

/** How a thing that moves is drawn, by its properties. Names are of the layer's own signs. */
export interface LiveLook {
  sign: (thing: { kind: string, meaning: string }, stale: boolean) => string
  /** A sign that points up and is turned into the direction of travel, beneath the other, from a zoom on. */
  heading?: { zoom: number, sign: (thing: { kind: string, meaning: string }) => string }
  /** Which stand before which: higher is nearer to the eye. */
  order: (thing: { meaning: string }) => number
  /** Size of signs at a zoom, 1 being their own. */
  size: (zoom: number) => number
  /** From this zoom on each says its name. */
  labels: { zoom: number, property: 'callsign' }
}

/** How an open item is drawn and called. */
export interface HappeningLook {
  sign: (item: { code: string }, context: DrawContext) => string
  /** The colour of that sign, for what is drawn too small for a figure. */
  hue: (item: { code: string }, context: DrawContext) => string
  /** What it still counts as open on the map: the others are only listed. */
  open: (status: string) => boolean
  status: (status: string) => Label
  colour: (item: { status: string }, colours: Tokens) => string
}

/** The image name of a layer's sign, for `icon-image`. */
export const signName = (layer: string, sign: string): string => `${layer}/${sign}`
