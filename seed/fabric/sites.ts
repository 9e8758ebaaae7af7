import { cellOf } from '../../layers/h3.ts'
import { estateKinds, estateStems, shopStems } from '../data/words.ts'
import { pointHex } from '../ewkb.ts'
import type { Division, Geography, Jurisdiction } from '../geography/geography.ts'
import { localName } from '../geography/tree.ts'
import type { Road } from '../network/network.ts'
import { toDegrees, type Point } from '../plane.ts'
import { createRandom, type Random } from '../random.ts'
import type { Building, Compound, Fabric } from './fabric.ts'
import type { Front } from './plots.ts'

export type AddressLevel = 'province' | 'city' | 'district' | 'street' | 'community' | 'road' | 'number' | 'building' | 'unit' | 'room'
export type Parts = Partial<Record<AddressLevel, string>>

/** An address from the province down to a building; units and rooms are made from it when they are written. */
export interface Address {
  id: number
  parent: Address | null
  level: AddressLevel
  name: string
  fullText: string
  parts: Parts
  /** How far down its point is trusted. */
  pointLevel: AddressLevel
  longitude: number
  latitude: number
  geom: string
  cell: string
  station: Division | null
  beat: Division | null
  community: Division | null
}

/** An address where something can happen: a door or a building, with who lives there. */
export interface Site extends Address {
  at: Point
  building: Building
  homes: number
  residents: number
  units: number
  homesPerFloor: number
}

export interface Addresses { list: Address[], sites: Site[] }

const homesOf: Record<Building['use'], { units: [number, number], homesPerFloor: number, perHome: number }> = {
  towers: { units: [1, 2], homesPerFloor: 4, perHome: 2.5 }, slabs: { units: [2, 4], homesPerFloor: 2, perHome: 2.4 },
  villas: { units: [1, 1], homesPerFloor: 0.4, perHome: 3.2 }, village: { units: [1, 1], homesPerFloor: 2, perHome: 2.2 },
  oldtown: { units: [1, 1], homesPerFloor: 2, perHome: 2.1 }, commercial: { units: [1, 1], homesPerFloor: 0, perHome: 0 },
  industrial: { units: [1, 1], homesPerFloor: 0, perHome: 0 }, school: { units: [1, 1], homesPerFloor: 0, perHome: 0 },
  hospital: { units: [1, 1], homesPerFloor: 0, perHome: 0 }, park: { units: [1, 1], homesPerFloor: 0, perHome: 0 },
}

/** The address of everything that is built, parents before children, ids from 1 without holes. */
export function createAddresses(seed: number, geography: Geography, roads: readonly Road[], fabric: Fabric): Addresses {
  const random = createRandom(seed, 'addresses')
  const list: Address[] = [], sites: Site[] = []
  const ofDivision = new Map<number, Address>()
  const add = (parent: Address | null, level: AddressLevel, name: string, at: Point, where: Jurisdiction | null, pointLevel: AddressLevel): Address => {
    const [longitude, latitude] = toDegrees(at)
    const address: Address = {
      id: list.length + 1, parent, level, name, fullText: (parent?.fullText ?? '') + name, parts: { ...parent?.parts, [level]: name },
      pointLevel, longitude, latitude, geom: pointHex([longitude, latitude]), cell: cellOf(longitude, latitude),
      station: where?.station ?? null, beat: where?.beat ?? null, community: where?.community ?? null,
    }
    list.push(address)
    return address
  }
  for (const division of geography.divisions) {
    if (!['province', 'city', 'district', 'street', 'community'].includes(division.kind)) continue
    const parent = division.parent ? ofDivision.get(division.parent.id)! : null
    const where = division.kind === 'community' ? geography.jurisdictionAt(division.at) ?? null : null
    ofDivision.set(division.id, add(parent, division.kind as AddressLevel, division.name, division.at, where, division.kind as AddressLevel))
  }
  const known = new Map<string, Address>()
  const roadIn = (where: Jurisdiction, name: string, at: Point): Address => {
    const key = `${where.community.id} ${name}`
    let road = known.get(key)
    if (!road) known.set(key, road = add(ofDivision.get(where.community.id)!, 'road', name, at, where, 'road'))
    return road
  }
  const numbers = doorNumbers(roads)
  const site = (address: Address, building: Building) => {
    sites.push(Object.assign(address, { at: building.at, building, ...inhabit(random, building) }))
  }
  const estateNames = nameEstates(random, fabric.compounds)
  for (const compound of fabric.compounds) {
    const where = compound.buildings[0]!.where, estate = estateNames.get(compound.id)
    const parent = estate
      ? add(ofDivision.get(where.community.id)!, 'road', estate, compound.at, where, 'road')
      : add(roadIn(where, compound.gate.road.name, compound.at), 'number', `${numbers(compound.gate)}号`, compound.at, where, 'number')
    compound.buildings.forEach((building, i) => site(add(parent, 'building', `${i + 1}号楼`, building.at, building.where, trusted(random)), building))
  }
  for (const building of fabric.buildings) {
    if (building.compound || !building.front) continue
    const road = roadIn(building.where, building.front.road.name, building.at)
    site(add(road, 'number', `${numbers(building.front)}号`, building.at, building.where, random.chance(0.86) ? 'building' : trusted(random)), building)
  }
  return { list, sites }
}

/** Most points are the building's own; some were only read off the door number or the street. */
const trusted = (random: Random): AddressLevel => {
  const draw = random.next()
  return draw < 0.84 ? 'building' : draw < 0.96 ? 'number' : 'street'
}

/** Numbers rise along a street, odd on its left and even on its right; the next free one where one is taken. */
function doorNumbers(roads: readonly Road[]): (front: Front) => number {
  const taken = new Map<string, Set<number>>(), starts = new Map<string, number>()
  for (const { name, chainage: [a, b] } of roads) starts.set(name, Math.min(starts.get(name) ?? Infinity, a, b))
  return ({ road, chainage, left }) => {
    let used = taken.get(road.name)
    if (!used) taken.set(road.name, used = new Set())
    const first = Math.max(0, Math.round((chainage - starts.get(road.name)!) / 9))
    let number = 2 * first + (left ? 1 : 2)
    while (used.has(number)) number += 2
    used.add(number)
    return number
  }
}

function inhabit(random: Random, building: Building) {
  const { units, homesPerFloor, perHome } = homesOf[building.use]
  const entrances = random.integer(...units)
  const homes = homesPerFloor === 0 ? 0 : Math.max(1, Math.round(entrances * homesPerFloor * building.storeys))
  const lived = homes * random.between(0.72, 0.97)
  return { units: entrances, homesPerFloor: Math.max(1, Math.round(homesPerFloor)), homes, residents: Math.round(lived * perHome * random.between(0.85, 1.15)) }
}

/** Estates carry names of their own, each once; other compounds are known by their number. */
function nameEstates(random: Random, compounds: readonly Compound[]): Map<number, string> {
  const names = new Map<number, string>(), taken = new Set<string>()
  for (const compound of compounds) {
    if (!['towers', 'slabs', 'villas'].includes(compound.use)) continue
    const { where } = compound.buildings[0]!, local = localName(where.community.name, where.station.name)
    for (let tries = 0; ; tries++) {
      const stem = random.chance(0.3) && tries < 8 ? local : random.pick(estateStems) + (tries > 3 ? random.pick(shopStems) : '')
      const phase = tries > 12 ? `${random.pick(['一', '二', '三', '四', '五'])}期` : ''
      const name = stem + random.pick(estateKinds) + phase
      if (taken.has(name)) continue
      taken.add(name)
      names.set(compound.id, name)
      break
    }
  }
  return names
}
