import { roadStems } from '../data/words.ts'
import type { Geography } from '../geography/geography.ts'
import { localName } from '../geography/tree.ts'
import { createRandom, hash } from '../random.ts'
import { roadClasses } from './draft.ts'
import { middleOf, type Edge } from './graph.ts'

const suffixes: Record<string, readonly string[]> = {
  motorway: ['高速'], trunk: ['大道', '快速路'], primary: ['大道', '路', '路'], secondary: ['路'], tertiary: ['路', '路', '街'],
  residential: ['路', '里', '巷', '街', '一里', '二里', '西里', '东里', '北里', '南里', '西路', '东路'], service: ['巷'], path: ['路', '巷'],
}

/**
 * A name for every street: long ones from the list of stems with 东西南北 by which half of the city they lie in, small
 * ones after the community they run through. No two streets share one.
 */
export function streetNames(seed: number, edges: readonly Edge[], { jurisdictionAt }: Geography): Map<string, string> {
  const random = createRandom(seed, 'street names')
  const streets = new Map<string, { longest: Edge, length: number }>()
  for (const edge of edges) {
    const street = streets.get(edge.draft.street)
    if (!street) streets.set(edge.draft.street, { longest: edge, length: edge.length })
    else {
      street.length += edge.length
      const before = roadClasses.indexOf(street.longest.draft.class), here = roadClasses.indexOf(edge.draft.class)
      if (here < before || here === before && edge.length > street.longest.length) street.longest = edge
    }
  }
  const names = new Map<string, string>(), taken = new Set<string>()
  const take = (key: string, name: string) => { names.set(key, name); taken.add(name) }
  for (const key of streets.keys()) if (key.startsWith('=')) take(key, key.slice(1))
  for (const [key, { longest, length }] of [...streets].sort((a, b) => b[1].length - a[1].length || hash(a[0]) - hash(b[0]))) {
    if (names.has(key)) continue
    const road = longest.draft.class, where = jurisdictionAt(middleOf(longest.points)), local = where && localName(where.community.name, where.station.name)
    const [a, b] = [longest.points[0]!, longest.points.at(-1)!]
    const sides = Math.abs(a[0] - b[0]) > Math.abs(a[1] - b[1]) ? ['东', '西', '中'] : ['南', '北', '中']
    const stems = road === 'residential' && local ? [local, local, random.pick(roadStems)] : local ? [random.pick(roadStems), random.pick(roadStems), local] : roadStems
    for (let tries = 0; ; tries++) {
      const stem = tries < 24 ? random.pick(stems) : random.pick(roadStems)
      const suffix = random.pick(suffixes[road]!)
      if (/[东西南北中里巷路]$/.test(stem) && (suffix.length > 1 || tries < 24 && length >= 2500)) continue
      const plain = tries < 3 && length < 2500 ? stem + suffix : suffix.length > 1 && !suffix.endsWith('道') ? stem + suffix : stem + random.pick(sides) + suffix
      const name = tries < 40 ? plain : `${stem}${numerals[tries % 20]}${suffix.at(-1)}`
      if (!taken.has(name)) { take(key, name); break }
      if (tries > 200) { take(key, `${stem}${tries + taken.size}${suffix.at(-1)}`); break }
    }
  }
  return names
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五', '十六', '十七', '十八', '十九', '二十']
