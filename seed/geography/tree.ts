import { pinyin } from 'pinyin-pro'
import { streetCentres } from '../data/streets.ts'
import { distance, toPlane } from '../plane.ts'
import type { CommunityCell } from './cells.ts'
import type { District, Street } from './outlines.ts'

export type DivisionKind = 'province' | 'city' | 'district' | 'street' | 'community' | 'bureau' | 'branch' | 'station' | 'beat'

/** A node of the tree of divisions, and the communities that it is made of. */
export interface Node {
  id: number
  parent: Node | null
  kind: DivisionKind
  code: string
  name: string
  nameEn: string
  path: string
  stationId: number | null
  communities: number[]
}

const capitalised = (words: string) => {
  // 厦 is read xia in this city's name and only here.
  const letters = pinyin(words.replaceAll('厦', '夏'), { toneType: 'none', type: 'array', v: true }).join('')
  return letters.charAt(0).toUpperCase() + letters.slice(1)
}

const english: readonly [RegExp, string][] = [
  [/街道$/, ' Subdistrict'], [/镇$/, ' Town'], [/社区$/, ' Community'], [/村$/, ' Village'], [/区$/, ' District'], [/(农|林|种猪)场$/, ' Farm'],
]

/** 莲前街道 → Lianqian Subdistrict. */
export function englishName(name: string): string {
  for (const [suffix, word] of english) if (suffix.test(name) && name.replace(suffix, '')) return capitalised(name.replace(suffix, '')) + word
  return capitalised(name)
}

/**
 * What people there call the neighbourhood: 曾厝垵社区 → 曾厝垵. Farms and development zones have names that nothing is
 * called after; there it is the station's.
 */
export const localName = (community: string, station: string): string => {
  const name = community.replace(/(社区|村)$/, '')
  return /[场园区]$/.test(name) ? station.replace('派出所', '') : name
}

const stem = (street: string) => street.replace(/(街道|镇)$/, '')

/**
 * The one tree: province, city, then streets and communities on the civil side, and bureau, branches, stations and
 * beats on the police side. A station answers for one street; farms and zones of one community join the nearest.
 */
export function divisionTree(districts: readonly District[], streets: readonly Street[], cells: readonly CommunityCell[]): Node[] {
  const nodes: Node[] = []
  const add = (parent: Node | null, kind: DivisionKind, code: string, name: string, nameEn: string, communities: number[]): Node => {
    const id = nodes.length + 1
    const node: Node = { id, parent, kind, code, name, nameEn, communities, path: parent ? `${parent.path}.${id}` : String(id), stationId: null }
    if (kind === 'station') node.stationId = id
    if (kind === 'beat') node.stationId = parent!.id
    nodes.push(node)
    return node
  }
  const numbers = new Map<Street, number[]>()
  let next = 0
  for (const street of streets) numbers.set(street, street.communities.map(() => next++))
  const everything = Array.from({ length: next }, (_, i) => i)

  const province = add(null, 'province', '350000', '福建省', 'Fujian Province', everything)
  const city = add(province, 'city', '350200', '厦门市', 'Xiamen City', everything)
  const bureau = add(city, 'bureau', '350200000000', '厦门市公安局', 'Xiamen Public Security Bureau', everything)
  for (const district of districts) {
    const here = streets.filter(street => street.districtCode === district.code)
    const all = here.flatMap(street => numbers.get(street)!)
    const civil = add(city, 'district', district.code, district.name, englishName(district.name), all)
    for (const street of here) {
      const node = add(civil, 'street', street.code, street.name, englishName(street.name), numbers.get(street)!)
      street.communities.forEach((community, i) =>
        add(node, 'community', community.code, community.name, englishName(community.name), [numbers.get(street)![i]!]))
    }
    const short = district.name.replace(/区$/, '')
    const branch = add(bureau, 'branch', `${district.code}000000`, `${short}分局`, `${capitalised(short)} Branch`, all)
    const large = here.filter(street => street.communities.length > 1)
    for (const street of large) {
      const joined = here.filter(other => other === street || other.communities.length <= 1 && nearest(other, large) === street)
      const members = joined.flatMap(other => numbers.get(other)!)
      const name = stem(street.name)
      const station = add(branch, 'station', `${street.code}000`, `${name}派出所`, `${capitalised(name)} Station`, members)
      const communityName = (index: number) => streets.flatMap(other => other.communities)[index]!.name
      groups(members, cells).forEach((group, i) => {
        const first = communityName(group[0]!).replace(/(社区|村)$/, '')
        add(station, 'beat', `${street.code}${String(i + 1).padStart(3, '0')}`, `${first}警务区`, `${capitalised(first)} Beat`, group)
      })
    }
  }
  return nodes
}

const centreOf = (street: Street) => toPlane(...streetCentres[street.code]!)

const nearest = (street: Street, among: readonly Street[]): Street =>
  among.reduce((best, other) => distance(centreOf(other), centreOf(street)) < distance(centreOf(best), centreOf(street)) ? other : best)

/** Pair each community with its nearest free neighbour of the same station, smallest distances first. */
function groups(members: readonly number[], cells: readonly CommunityCell[]): number[][] {
  const centre = new Map(cells.map(cell => [cell.community, cell.centre]))
  const pairs = members.flatMap((a, i) => members.slice(i + 1).map(b => ({ a, b, far: distance(centre.get(a)!, centre.get(b)!) })))
  const free = new Set(members)
  const result: number[][] = []
  for (const { a, b } of pairs.sort((p, q) => p.far - q.far || p.a - q.a)) {
    if (!free.has(a) || !free.has(b) || result.length >= Math.ceil(members.length / 3)) continue
    free.delete(a)
    free.delete(b)
    result.push([a, b])
  }
  return [...result, ...[...free].map(a => [a])]
}
