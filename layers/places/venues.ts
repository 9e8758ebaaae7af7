import { shopStems } from '../../seed/data/words.ts'
import type { Site } from '../../seed/fabric/sites.ts'
import { localName } from '../../seed/geography/tree.ts'
import type { SeedContext } from '../../seed/layer-seed.ts'
import { weightedIndex, type Random } from '../../seed/random.ts'
import type { Venue } from '../../seed/venues.ts'
import { categories, type Category } from './categories.ts'

/** Places of every category where such places are: schools in school grounds, dangerous goods among factories. */
export function createVenues(context: SeedContext): Venue[] {
  const random = context.random('venues')
  const { sites } = context.city.addresses, { terrain } = context.city.geography
  const density = sites.map(site => terrain.density(...site.at))
  const sum = categories.reduce((s, category) => s + category.share, 0)
  const taken = new Set<string>(), venues: Venue[] = []
  // Where a kind finds no more ground (a school needs one of its own), the next kind gets its places.
  let owed = 0
  for (const category of categories) {
    const weights = sites.map((site, i) => (category.where[site.building.use] ?? 0) * density[i]! ** category.urban)
    const eligible = weights.filter(weight => weight > 0).length
    const share = context.size.places * category.share / sum + owed
    if (eligible === 0) { owed = share; continue }
    const draw = weightedIndex(weights)
    const wanted = Math.max(1, Math.round(share))
    // A ground has one school; a shopping street has many shops.
    const single = category.code === 'school' || category.code === 'hospital'
    const used = new Set<number>()
    let made = 0
    for (let tries = 0; made < wanted && tries < wanted * 6; tries++) {
      const site = sites[draw(random)]!
      const ground = single && site.building.compound ? -site.building.compound.id : site.id
      if (single && used.has(ground)) continue
      used.add(ground)
      venues.push({ id: 0, category: category.code, name: nameOf(random, category, site, taken), site })
      made++
    }
    owed = share - made
  }
  venues.forEach((venue, i) => { venue.id = i + 1 })
  return venues
}

/** Public places are called after where they are, businesses after what they like; every name once. */
function nameOf(random: Random, category: Category, site: Site, taken: Set<string>): string {
  const local = localName(site.community!.name, site.station!.name)
  const isPublic = ['school', 'kindergarten', 'hospital', 'market', 'transport', 'scenic', 'finance', 'key_unit', 'rental'].includes(category.code)
  for (let tries = 0; ; tries++) {
    const ending = random.pick(category.endings)
    const stem = isPublic && tries < 4 ? local : tries < 3 ? random.pick(shopStems) : local + random.pick(shopStems)
    const branch = tries > 6 ? `（${site.parent!.name}${tries > 12 ? random.integer(2, 99) : ''}店）` : ''
    const name = stem + ending + branch
    if (taken.has(name)) continue
    taken.add(name)
    return name
  }
}
