import type { Row } from '../../seed/copy.ts'
import type { Site } from '../../seed/fabric/sites.ts'
import type { LayerSeed } from '../../seed/layer-seed.ts'
import type { Random } from '../../seed/random.ts'

/** Shares of residents by the kind of housing: who came from elsewhere, who is old, who is a child. */
const shares: Record<string, { floating: number, over60: number, under14: number }> = {
  towers: { floating: 0.36, over60: 0.12, under14: 0.19 }, slabs: { floating: 0.28, over60: 0.22, under14: 0.13 }, villas: { floating: 0.15, over60: 0.2, under14: 0.16 },
  village: { floating: 0.66, over60: 0.09, under14: 0.1 }, oldtown: { floating: 0.38, over60: 0.27, under14: 0.09 },
}

export const seed: LayerSeed = {
  after: ['addresses'],
  expected: size => Math.round(size.buildings * 0.9),
  fill: async context => {
    const random = context.random('population')
    await context.copy('population', ['id', 'address_id', 'households', 'residents', 'registered', 'floating', 'over60', 'alone60', 'under14', 'surveyed_at',
      'station_id', 'geom', 'cell'], rows(random, context.city.addresses.sites, context.now))
  },
}

function* rows(random: Random, sites: readonly Site[], now: Date): Generator<Row> {
  let id = 0
  for (const site of sites) {
    const { residents } = site
    if (residents === 0) continue
    const share = shares[site.building.use]!
    const part = (of: number, mean: number) => Math.max(0, Math.min(of, Math.round(of * mean * random.between(0.6, 1.4) + random.between(-0.5, 0.5))))
    const floating = part(residents, share.floating), over60 = part(residents, share.over60)
    // A household has somebody in it, so there are never more of them than residents or homes.
    const households = Math.max(1, Math.min(site.homes, Math.round(residents / random.between(2, 2.9))))
    yield [++id, site.id, households, residents, residents - floating, floating, over60, part(over60, 0.16), part(residents - over60, share.under14),
      new Date(now.getTime() - Math.round(random.exponential(130) * 86_400) * 1000), site.station!.id, site.geom, site.cell]
  }
}
