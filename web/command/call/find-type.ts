import { fold, syllables } from '../../../layers/text.ts'

/** A type of the three-level dictionary. */
export interface TypeEntry { code: string, name: string, name_en: string, police: boolean, grade?: number }

export interface IndexedType {
  entry: TypeEntry
  /** Names from the top level down to its own. */
  path: TypeEntry[]
  /** First letters of its syllables: dddzxcdq. */
  initials: string
  pinyin: string
  folded: string
  english: string
  leaf: boolean
}

/**
 * The dictionary made ready for `findTypes`. Heavy on the pinyin side; made once.
 *
 * @param entries  all levels; the parent of a code is the longest other code that it begins with
 */
export function indexTypes(entries: readonly TypeEntry[]): IndexedType[] {
  const byCode = new Map(entries.map(entry => [entry.code, entry]))
  const parents = new Set<string>()
  const paths = entries.map(entry => {
    const path: TypeEntry[] = []
    for (let length = 1; length < entry.code.length; length++) {
      const above = byCode.get(entry.code.slice(0, length))
      if (above) { path.push(above); parents.add(above.code) }
    }
    return [...path, entry]
  })
  return paths.map(path => {
    const entry = path.at(-1)!
    const heard = syllables(fold(entry.name))
    return {
      entry, path, initials: heard.map(syllable => syllable[0] ?? '').join(''), pinyin: heard.join(''),
      folded: fold(entry.name), english: entry.name_en.toLowerCase(), leaf: !parents.has(entry.code),
    }
  })
}

/**
 * Types that a few letters can mean, best first: initials of pinyin ("dq"), pinyin, Chinese, English or the code itself. What this
 * desk uses comes first among equals, the most used before the rest. Without letters: what is used here, then the dictionary's order.
 *
 * @param uses  how often each code was taken at this desk
 */
export function findTypes(index: readonly IndexedType[], query: string, uses: Readonly<Record<string, number>>, limit = 8): IndexedType[] {
  const q = fold(query)
  const scored = index.map((type, place) => ({ type, place, how: q ? matchOf(type, q) : type.leaf ? 0 : null }))
    .filter((one): one is typeof one & { how: number } => one.how !== null)
  return scored.sort((a, b) => classOf(a.how) - classOf(b.how) || (uses[b.type.entry.code] ?? 0) - (uses[a.type.entry.code] ?? 0)
    || Number(b.type.leaf) - Number(a.type.leaf) || a.how - b.how || a.place - b.place).slice(0, limit).map(({ type }) => type)
}

/** Its own words before those of the level above. */
const classOf = (how: number): number => how < 10 ? 0 : 1

/** How well a type answers, smaller is better; null where it doesn't. */
function matchOf(type: IndexedType, q: string): number | null {
  const own = matchOwn(type, q)
  if (own !== null) return own
  const above = type.path.slice(0, -1).some(({ name }) => fold(name).includes(q) || initialsOf(name).includes(q))
  return above ? 10 : null
}

function matchOwn({ entry, initials, pinyin, folded, english }: IndexedType, q: string): number | null {
  if (/^\d+$/.test(q)) return entry.code.startsWith(q) ? 0 : null
  if (initials.startsWith(q) || folded.startsWith(q)) return 0
  if (initials.includes(q) || folded.includes(q)) return 1
  if (q.length >= 3 && pinyin.startsWith(q)) return 2
  if (q.length >= 3 && pinyin.includes(q)) return 3
  if (q.length >= 3 && english.split(/[^a-z]+/).some(word => word.startsWith(q))) return 4
  return null
}

const heardInitials = new Map<string, string>()
function initialsOf(name: string): string {
  let initials = heardInitials.get(name)
  if (initials === undefined) heardInitials.set(name, initials = syllables(fold(name)).map(syllable => syllable[0] ?? '').join(''))
  return initials
}
