import type { Layer } from './layer.ts'

export const roles = ['wall', 'dispatcher', 'analyst', 'community_officer', 'chief', 'administrator', 'auditor'] as const
export type Role = (typeof roles)[number]

/** What a role may do with map data inside its scope. Accounts and the audit log have their own rules. */
const powers: Record<Role, { stationRows: boolean, restrictedProperties: boolean }> = {
  wall: { stationRows: true, restrictedProperties: false },
  dispatcher: { stationRows: true, restrictedProperties: true },
  analyst: { stationRows: true, restrictedProperties: false },
  community_officer: { stationRows: true, restrictedProperties: true },
  chief: { stationRows: true, restrictedProperties: true },
  administrator: { stationRows: false, restrictedProperties: false },
  auditor: { stationRows: false, restrictedProperties: false },
}

/** Stations by id; `all` for a scope that is the whole tree, rows without a station included. */
export type Stations = 'all' | readonly number[]

/** Who asks: an account with its roles and the stations under its scope. */
export interface Caller {
  accountId: number
  name: string
  roles: readonly Role[]
  stations: Stations
}

/** What a caller may see of a layer. Nothing reads a layer's table without one. */
export interface Disclosure {
  /** Rows as features. */
  rows: Stations
  /** Properties that may be read on every such row. */
  properties: readonly string[]
  /** Further properties, on rows of these stations only, with a purpose, audited. */
  restricted: { properties: readonly string[], stations: Stations }
  /** Counts: exact for these stations; elsewhere non-zero ones under ten are hidden where the layer says so. */
  exactCounts: Stations
  /** Equal for two callers exactly when they see the same: part of every cache key. */
  key: string
}

/** The one rule that turns caller and layer into what may be seen. */
export function disclose(caller: Caller, layer: Layer): Disclosure {
  const may = (power: keyof (typeof powers)[Role]) => caller.roles.some(role => powers[role][power])
  const own: Stations = may('stationRows') ? caller.stations : []
  const rows: Stations = layer.read === 'anyone' ? 'all' : own
  const exactCounts: Stations = layer.smallCounts ? own : 'all'
  const names = Object.keys(layer.properties)
  const restrictedNames = may('restrictedProperties') ? names.filter(name => layer.properties[name]!.read === 'station') : []
  const restricted = { properties: restrictedNames, stations: restrictedNames.length ? own : [] }
  return {
    rows,
    properties: names.filter(name => layer.properties[name]!.read === 'anyone'),
    restricted,
    exactCounts,
    key: [rows, exactCounts].map(stationsKey).join('|'),
  }
}

/** Whether a row of this station is among them. */
export const covers = (stations: Stations, stationId: number | null): boolean =>
  stations === 'all' || (stationId !== null && stations.includes(stationId))

const stationsKey = (stations: Stations): string => stations === 'all' ? '*' : stations.length ? stations.join('.') : '-'
