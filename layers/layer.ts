import type { Static, TObject, TSchema } from 'typebox'

/** A text in both languages of the product, Chinese first. */
export interface Label { zh: string, en: string }

/**
 * Who may read a thing. `anyone`: everybody who is signed in with a role that reads maps.
 * `station`: those whose scope covers the station that owns the row, with a role that may read restricted things.
 */
export type Reader = 'anyone' | 'station'

interface PropertyBase {
  type: TSchema
  label: Label
  /** Its unit, where it is a number that has one. */
  unit?: Label
  /** Values and what they are called, where they are few and fixed. */
  choices?: Readonly<Record<string, Label>>
  /** Name of the editable dictionary (GET /api/dictionaries) that its values come from. */
  dictionary?: Dictionary
}

/** A property that everybody may read; only such a one may be put in tiles, from the zoom in `tile` on. */
interface OpenProperty extends PropertyBase { read: 'anyone', tile?: number }
/** A restricted property: read record by record, with a purpose, and audited. Never in a tile. */
interface RestrictedProperty extends PropertyBase { read: 'station', tile?: never }

export type Property = OpenProperty | RestrictedProperty

export type Dictionary = 'incident_type' | 'place_category' | 'unit_status' | 'capability'

/** What a caller may filter by; the parameter is named like the property. */
export type Filter =
  /** Comma-separated values; a row passes when it has one of them. */
  | 'choice'
  /** Comma-separated codes of a hierarchical dictionary; a row passes when its code begins with one of them. */
  | 'prefix'
  /** `true` or `false`. */
  | 'flag'

export interface Measure { label: Label, read: Reader }

export interface Layer<P extends Record<string, Property> = Record<string, Property>> {
  /** Equals the name of its folder. */
  id: string
  title: Label
  /** What follows a count of its rows: 起, incidents. */
  counted: Label
  geometry: 'Point' | 'LineString' | 'Polygon'
  /** Who may read its rows. Its cells are for anyone, under the rule of small counts where it has one. */
  read: Reader
  /** Tiles exist from here … */
  minZoom: number
  /** … answer with cells below this zoom and with features from it on … */
  detailZoom: number
  /** … and the client overzooms beyond this one. */
  maxZoom: number
  properties: P
  filters?: { [K in keyof P]?: Filter }
  /** The property that the time window applies to. */
  time?: keyof P & string
  /** Sums over a cell, by column; without any, cells count rows. The first is the default. */
  measures?: Record<string, Measure>
  /** Counts of people or conflicts: non-zero ones under ten stay hidden outside the owning station. */
  smallCounts?: true
  /** Part of the base map: drawn under everything, not in the layer stack. */
  base?: true
  /** One sentence: what one mark stands for. */
  legend: Label
  /** Properties that the popup shows; the first is its title. */
  popup: readonly (keyof P & string)[]
  /** Its rows carry `address_id`. */
  atAddress?: true
}

/**
 * Declare a layer. Pure data: both sides read it.
 *
 * @throws {RangeError} naming the layer and the value, where the declaration contradicts itself
 */
export function defineLayer<const P extends Record<string, Property>>(layer: Layer<P>): Layer<P> {
  if (!/^[a-z][a-z_]*$/.test(layer.id)) throw new RangeError(`layer id "${layer.id}" must be lower-case letters and _`)
  if (!(layer.minZoom <= layer.detailZoom && layer.detailZoom <= layer.maxZoom))
    throw new RangeError(`${layer.id}: zooms ${layer.minZoom} ≤ ${layer.detailZoom} ≤ ${layer.maxZoom} must hold`)
  if (layer.popup.length === 0) throw new RangeError(`${layer.id}: the popup needs a title property`)
  return layer
}

/** The record of a layer as its declaration types it. */
export type RecordOf<L> = L extends Layer<infer P> ? Static<TObject<{ [K in keyof P]: P[K]['type'] }>> & { id: number } : never

/** The H3 resolution that cells are asked in at a zoom: about 20 to 50 pixels across. */
export function resolutionAt(zoom: number): number {
  const byZoom = [3, 3, 3, 3, 3, 3, 4, 5, 5, 6, 7, 7, 8, 9, 9, 10, 10, 11, 11]
  return byZoom[Math.max(0, Math.floor(zoom))] ?? 12
}
