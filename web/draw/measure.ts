import area from '@turf/area'
import distance from '@turf/distance'
import type { Polygon } from 'geojson'
import type { Locale } from '../record/value.ts'

export type Position = readonly [longitude: number, latitude: number] | readonly number[]

/** Length along a line over the ground, in metres. */
export function lengthMetres(line: readonly Position[]): number {
  return line.reduce((sum, point, i) => i === 0 ? 0 : sum + distance([...line[i - 1]!], [...point], { units: 'meters' }), 0)
}

/** Area of a polygon over the ground, in square metres. */
export const areaSquareMetres = (polygon: Polygon): number => area(polygon)

/** "86 米", "1.24 公里": three significant digits, which is more than a finger on a map can mean. */
export function lengthText(metres: number, locale: Locale): string {
  if (metres < 1000) return `${Math.round(metres)} ${locale === 'zh' ? '米' : 'm'}`
  return `${(metres / 1000).toFixed(metres < 100_000 ? 2 : 0)} ${locale === 'zh' ? '公里' : 'km'}`
}

/** "1,250 平方米", "3.42 公顷", "12.6 平方公里". */
export function areaText(squareMetres: number, locale: Locale): string {
  const zh = locale === 'zh'
  if (squareMetres < 10_000) return `${Math.round(squareMetres).toLocaleString('en-GB')} ${zh ? '平方米' : 'm²'}`
  if (squareMetres < 1_000_000) return `${(squareMetres / 10_000).toFixed(2)} ${zh ? '公顷' : 'ha'}`
  return `${(squareMetres / 1_000_000).toFixed(squareMetres < 1e8 ? 2 : 0)} ${zh ? '平方公里' : 'km²'}`
}
