import { cellOf } from '../h3.ts'
import { polygonHex } from '../../seed/ewkb.ts'
import type { LayerSeed } from '../../seed/layer-seed.ts'
import { toDegrees } from '../../seed/plane.ts'

export const seed: LayerSeed = {
  after: ['addresses'],
  expected: size => size.buildings,
  fill: async ({ city, copy }) => {
    await copy('building', ['id', 'name', 'storeys', 'kind', 'address_id', 'station_id', 'geom', 'cell'],
      city.addresses.sites.values().map(site => {
        const { building } = site
        const name = building.compound ? `${site.parent!.name}${site.name}` : site.parent!.name + site.name
        return [building.id, name, building.storeys, building.kind, site.id, site.station!.id,
          polygonHex([[...building.ring, building.ring[0]!].map(toDegrees)]), cellOf(...toDegrees(building.at))]
      }))
  },
}
