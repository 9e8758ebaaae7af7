import { cellOf } from '../h3.ts'
import { lineHex } from '../../seed/ewkb.ts'
import type { LayerSeed } from '../../seed/layer-seed.ts'
import { speeds } from '../../seed/network/draft.ts'
import { middleOf } from '../../seed/network/graph.ts'
import { toDegrees } from '../../seed/plane.ts'

export const seed: LayerSeed = {
  after: ['divisions'],
  expected: size => size.id === 'tiny' ? 2_000 : 14_000,
  fill: async ({ city, copy }) => {
    await copy('road', ['id', 'name', 'class', 'oneway', 'speed_kmh', 'bridge', 'tunnel', 'length_metres', 'station_id', 'geom', 'cell'],
      city.roads.values().map(road => {
        const middle = middleOf(road.points)
        return [road.id, road.name, road.draft.class, road.oneway, speeds[road.draft.class], road.bridge, road.tunnel, Math.round(road.length * 10) / 10,
          city.geography.jurisdictionAt(middle)?.station.id ?? null, lineHex(road.points.map(toDegrees)), cellOf(...toDegrees(middle))]
      }))
  },
}
