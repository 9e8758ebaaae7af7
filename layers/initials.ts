import { fold, syllables } from './text.ts'

/** A type of the three-level dictionary, as GET /api/dictionaries gives it. */
export interface TypeEntry { code: string, name: string, name_en: string, police: boolean, grade: number }

export interface TypeMatch extends TypeEntry {
  /** Names from the top level down to its own. */
  path: string[]
}

interface Heard { folded: string, initials: string, pinyin: string }
interface IndexedType extends TypeMatch { own: Heard, above: Heard[], words: string[] }

/** What `matchTypes` looks through; made once a dictionary. */
export type TypeIndex = readonly IndexedType[]

/** Prepare a dictionary of incident types for `matchTypes`. */
export function indexTypes(types: readonly TypeEntry[]): TypeIndex {
  const heard = new Map(types.map(({ code, name }) => [code, hear(name)]))
  const byCode = new Map(types.map(type => [type.code, type]))
  return types.map(({ code, name, name_en, police, grade }): IndexedType => {
    const codesAbove = [2, 4].filter(length => length < code.length).map(length => code.slice(0, length)).filter(each => byCode.has(each))
    return {
      code, name, name_en, police, grade, path: [...codesAbove.map(each => byCode.get(each)!.name), name],
      own: heard.get(code)!, above: codesAbove.map(each => heard.get(each)!), words: name_en.toLowerCase().split(/[^a-z]+/).filter(Boolean),
    }
  })
}

/**
 * The types that a few letters mean: `dq` is 盗窃, by the initials of its pinyin; Chinese, whole pinyin, English words
 * and codes do as well.
 *
 * @param query  as typed; empty gives nothing
 * @returns best first: beginnings before middles, own names before those above, lowest level before upper ones
 */
export function matchTypes(index: TypeIndex, query: string, limit = 12): TypeMatch[] {
  const wanted = fold(query)
  if (!wanted) return []
  return index.map(type => ({ type, score: scoreOf(type, wanted) })).filter(({ score }) => score < none)
    .sort((a, b) => a.score - b.score || b.type.code.length - a.type.code.length || (a.type.code < b.type.code ? -1 : 1)).slice(0, limit)
    .map(({ type: { code, name, name_en, police, grade, path } }) => ({ code, name, name_en, police, grade, path }))
}

function hear(name: string): Heard {
  const folded = fold(name), spoken = syllables(folded)
  return { folded, initials: spoken.map(syllable => syllable[0]).join(''), pinyin: spoken.join('') }
}

const none = 99

function scoreOf({ code, own, above, words }: IndexedType, wanted: string): number {
  if (/^\d+$/.test(wanted)) return code.startsWith(wanted) ? code.length - wanted.length : none
  if (own.initials.startsWith(wanted) || own.folded.startsWith(wanted)) return 0
  if (own.initials.includes(wanted) || own.folded.includes(wanted)) return 1
  if (own.pinyin.startsWith(wanted)) return 2
  if (words.some(word => word.startsWith(wanted))) return 3
  if (above.some(({ initials, folded }) => initials.startsWith(wanted) || folded.startsWith(wanted))) return 4
  if (above.some(({ initials, folded }) => initials.includes(wanted) || folded.includes(wanted))) return 5
  return wanted.length > 1 && inOrder(wanted, own.initials) ? 6 : none
}

/** Whether the letters come in this order, others between them: `dq` in 电动自行车盗窃 even where a word was left out. */
function inOrder(letters: string, text: string): boolean {
  let from = 0
  for (const letter of letters) {
    from = text.indexOf(letter, from) + 1
    if (from === 0) return false
  }
  return true
}
