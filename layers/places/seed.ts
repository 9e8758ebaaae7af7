import type { Row } from '../../seed/copy.ts'
import type { LayerSeed, SeedContext } from '../../seed/layer-seed.ts'
import { categories } from './categories.ts'
import { createVenues } from './venues.ts'

const day = 86_400_000

export const seed: LayerSeed = {
  after: ['addresses'],
  expected: size => size.places,
  fill: async context => {
    context.venues.push(...createVenues(context))
    await context.copy('place_category', ['code', 'name', 'name_en', 'key_category', 'sort'],
      categories.map((category, i) => [category.code, category.name, category.nameEn, category.key, i + 1]))
    await context.copy('place', ['id', 'category', 'name', 'address_id', 'address_text', 'protected', 'inspection_state', 'inspected_at', 'inspection_due',
      'occupancy_limit', 'contact_phone', 'station_id', 'beat_id', 'geom', 'cell'], rows(context))
  },
}

function* rows({ venues, now, random: fork }: SeedContext): Generator<Row> {
  const random = fork('places')
  const byCode = new Map(categories.map(category => [category.code, category]))
  for (const { id, category: code, name, site } of venues) {
    const category = byCode.get(code)!
    const draw = random.next()
    const state = !category.inspected ? 'none' : draw < 0.72 ? 'passed' : draw < 0.87 ? 'due' : draw < 0.94 ? 'overdue' : 'failed'
    // The interval is half a year: who passed has time left, who is overdue has none.
    const daysLeft = state === 'passed' ? random.between(15, 175) : state === 'due' ? random.between(0, 14) : state === 'overdue' ? -random.between(1, 70) : random.between(3, 20)
    const inspected = state === 'none' ? null : new Date(now.getTime() - (state === 'failed' ? random.between(1, 20) : 180 - daysLeft) * day)
    yield [id, code, name, site.id, site.fullText.slice(6), category.key ? random.chance(0.6) : random.chance(0.08), state, inspected,
      state === 'none' ? null : new Date(now.getTime() + daysLeft * day).toISOString().slice(0, 10),
      category.occupancy ? Math.round(random.between(...category.occupancy) / 10) * 10 : null, `0592-${random.integer(2_000_000, 8_999_999)}`,
      site.station!.id, site.beat!.id, site.geom, site.cell]
  }
}
