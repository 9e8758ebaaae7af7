import type { Row } from '../../seed/copy.ts'
import type { Address, Site } from '../../seed/fabric/sites.ts'
import type { LayerSeed } from '../../seed/layer-seed.ts'
import { createRandom, hash, type Random } from '../../seed/random.ts'

const columns = ['id', 'code', 'parent_id', 'level', 'name', 'full_text', 'parts', 'text_level', 'point_level', 'valid_from', 'verified_at',
  'station_id', 'beat_id', 'geom', 'cell'] as const

export const seed: LayerSeed = {
  after: ['divisions'],
  expected: size => size.addresses,
  fill: async ({ city, size, now, seed, copy }) => {
    await copy('address', columns, rows(createRandom(seed, 'address rows'), city.addresses.list, city.addresses.sites, size.addresses, now, seed))
  },
}

/** Down to buildings everything; units and rooms building by building, until the size's number is reached. */
function* rows(random: Random, list: readonly Address[], sites: readonly Site[], wanted: number, now: Date, seed: number): Generator<Row> {
  const validFrom = () => new Date(now.getTime() - random.between(1, 12) * 365 * 86_400_000).toISOString().slice(0, 10)
  const verifiedAt = () => random.chance(0.82) ? new Date(now.getTime() - random.exponential(200) * 86_400_000) : null
  const row = (id: number, parentId: number | null, address: Address, level: string, name: string, fullText: string, parts: string): Row => [
    id, codeOf(address, id, seed), parentId, level, name, fullText, parts, level, address.pointLevel, validFrom(), verifiedAt(),
    address.station?.id ?? null, address.beat?.id ?? null, address.geom, address.cell]
  for (const address of list) {
    yield row(address.id, address.parent?.id ?? null, address, address.level, address.name, address.fullText, JSON.stringify(address.parts))
  }
  let id = list.length
  const surveyed = sites.filter(site => site.homes > 0 && site.building.compound).sort((a, b) => order(a) - order(b) || a.id - b.id)
  for (const site of surveyed) {
    const homes = homesIn(site)
    if (id + site.units + homes.length > wanted) continue
    const units = new Map<number, number>()
    for (const { unit, name } of homes) {
      const unitName = `${unit}单元`
      if (!units.has(unit)) {
        units.set(unit, ++id)
        yield row(id, site.id, site, 'unit', unitName, site.fullText + unitName, JSON.stringify({ ...site.parts, unit: unitName }))
      }
      yield row(++id, units.get(unit)!, site, 'room', name, site.fullText + unitName + name, JSON.stringify({ ...site.parts, unit: unitName, room: name }))
    }
  }
}

/** Buildings all over the city, not one quarter first. */
const order = (site: Site) => hash(String(site.id))

/** 302室: third floor, second door. As many as the building has homes. */
function homesIn(site: Site): { unit: number, name: string }[] {
  const homes: { unit: number, name: string }[] = []
  for (let unit = 1; unit <= site.units; unit++) {
    for (let floor = 1; floor <= site.building.storeys; floor++) {
      for (let door = 1; door <= site.homesPerFloor && homes.length < site.homes; door++) homes.push({ unit, name: `${floor}${String(door).padStart(2, '0')}室` })
    }
  }
  return homes
}

const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/**
 * The national code of its division, a D, then eight characters that a keyed permutation makes from the id: unique,
 * and the neighbour's code can't be told from one's own. The D keeps it from ever looking like an identity number.
 */
function codeOf(address: Address, id: number, seed: number): string {
  let left = id >>> 20, right = id & 0xfffff
  for (let round = 0; round < 4; round++) [left, right] = [right, left ^ (hash(`${round}:${right}`, seed) & 0xfffff)]
  let code = ''
  for (const half of [left, right]) for (let i = 0; i < 4; i++) code += letters[half >>> 5 * i & 31]
  return `${address.community?.code ?? address.station?.code.slice(0, 9) ?? '3502'}D${code}`
}
