import { cellOf } from '../h3.ts'
import type { City } from '../../seed/city.ts'
import { pointHex } from '../../seed/ewkb.ts'
import type { Jurisdiction } from '../../seed/geography/geography.ts'
import { junctions } from '../../seed/network/graph.ts'
import type { Road } from '../../seed/network/network.ts'
import { toDegrees } from '../../seed/plane.ts'

/** Where two roads meet: traffic incidents have no address, they are said to be here. */
export interface Crossing { text: string, geom: string, cell: string, where: Jurisdiction, weight: number }

const traffic: Record<string, number> = { motorway: 7, trunk: 9, primary: 7, secondary: 3.5, tertiary: 1.6, residential: 0.5, service: 0.1, path: 0 }

export function findCrossings({ roads, geography }: City): Crossing[] {
  const crossings: Crossing[] = []
  for (const { at, edges } of junctions(roads)) {
    const where = geography.jurisdictionAt(at)
    if (!where) continue
    const names = [...new Set((edges as Road[]).map(road => road.name))]
    const geomAt = toDegrees(at)
    crossings.push({
      text: `${where.district.name}${names.length > 1 ? `${names[0]}与${names[1]}路口` : names[0]!}`,
      geom: pointHex(geomAt), cell: cellOf(...geomAt), where,
      weight: edges.reduce((sum, edge) => sum + traffic[edge.draft.class]!, 0) ** 1.4 * (0.15 + geography.terrain.density(...at)),
    })
  }
  return crossings
}
