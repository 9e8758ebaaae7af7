import { cellToLatLng, cellToParent } from 'h3-js'
import type { CityCells } from '../../coverage/city-cells.ts'

/**
 * Where one arrives in a cell: the anchor (city-cells.ts) of that cell of resolution 9 within it where most residents live; where
 * nobody is known to, of the one nearest to their middle; of a cell without addresses and roads, its centre. Knows nothing of incidents.
 */
export function anchorsOf(cells: readonly string[], resolution: number, city: CityCells): { longitude: number[], latitude: number[] } {
  const within = Map.groupBy(city.cells.keys(), i => resolution >= 9 ? city.cells[i]! : cellToParent(city.cells[i]!, resolution))
  const longitude: number[] = [], latitude: number[] = []
  for (const cell of cells) {
    const children = within.get(resolution > 9 ? cellToParent(cell, 9) : cell)
    if (!children) {
      const [lat, lng] = cellToLatLng(cell)
      longitude.push(lng)
      latitude.push(lat)
      continue
    }
    const mean = (of: Float64Array) => children.reduce((sum, i) => sum + of[i]!, 0) / children.length
    const [x, y] = [mean(city.longitude), mean(city.latitude)], away = (i: number) => (city.longitude[i]! - x) ** 2 + (city.latitude[i]! - y) ** 2
    const best = children.reduce((best, i) => city.residents[i]! > city.residents[best]! || city.residents[i]! === city.residents[best]! && away(i) < away(best) ? i : best)
    longitude.push(city.longitude[best]!)
    latitude.push(city.latitude[best]!)
  }
  return { longitude, latitude }
}
