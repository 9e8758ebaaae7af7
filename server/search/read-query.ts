import { fold, hasChinese, pairs } from '../../layers/text.ts'

/** A search text as questions to ask in turn, until one is answered. Each is a tsquery over the tokens of an entry. */
export interface SearchQuestion { folded: string, tsquery: string, loose: boolean }

const quote = (token: string): string => `'${token.replaceAll('\\', '\\\\').replaceAll('\'', '\'\'')}'`
const all = (tokens: string[]): string | undefined => tokens.length ? tokens.map(quote).join(' & ') : undefined

/** What to ask for a text: as it stands, without its upper levels, then forgiving one wrong character. */
export function readSearch(text: string): SearchQuestion[] {
  const folded = fold(text)
  const short = withoutUpperLevels(folded)
  const questions = [exact(folded), short === folded ? undefined : exact(short), forgiving(short)]
  return questions.filter(question => question !== undefined)
}

function exact(folded: string): SearchQuestion | undefined {
  const latin = !hasChinese(folded)
  const ways = [
    all(pairs(folded)),
    latin ? all(pairs(folded).map(pair => `i:${pair}`)) : undefined,
    latin ? pinyinQuery(folded) : undefined,
  ].filter(way => way !== undefined)
  return ways.length ? { folded, tsquery: ways.map(way => `(${way})`).join(' | '), loose: false } : undefined
}

/** Each way of leaving one character, and so the pairs that it is in, out of account. */
function forgiving(folded: string): SearchQuestion | undefined {
  if (folded.length < 4 || !hasChinese(folded)) return undefined
  const every = pairs(folded)
  const ways = [...folded].map((_, wrong) => all(every.filter((_, i) => i !== wrong && i !== wrong - 1)))
  return { folded, tsquery: ways.filter(way => way !== undefined).map(way => `(${way})`).join(' | '), loose: true }
}

/** Leave out 省, 市, 区, 街道, 社区 before the road: entries begin below them. */
export function withoutUpperLevels(folded: string): string {
  const rest = folded.replace(/^[^省市区县]{2,4}省/, '').replace(/^[^市区县路]{2,3}市/, '').replace(/^[^小区县路道]{1,3}[区县]/, '')
    .replace(/^[^路道镇乡]{2,5}(街道|镇|乡)/, '').replace(/^[^路号]{2,6}(社区|村委会|居委会)/, '')
  return rest.length >= 2 ? rest : folded
}

/**
 * Latin letters as pinyin syllables, in every way to read the first run of them; the last syllable may be unfinished,
 * digits between them count by their pairs. Undefined where they can't be read so.
 */
function pinyinQuery(folded: string): string | undefined {
  const [first, ...others] = folded.match(/[a-z]+|\d+/g) ?? []
  if (!first || !/^[a-z]{3}/.test(first) || !/^[a-z\d]+$/.test(folded)) return undefined
  const later = others.map(run => /\d/.test(run) ? pairs(run) : segmentations(run)[0]?.map(syllable => `p:${syllable}`))
  if (later.includes(undefined)) return undefined
  const ways = segmentations(first).map(syllables => {
    const tokens = [...syllables.map(syllable => `p:${syllable}`), ...(later as string[][]).flat()].map(quote)
    return /[a-z]$/.test(folded) ? `${tokens.join(' & ')}:*` : tokens.join(' & ')
  })
  return ways.length ? ways.map(way => `(${way})`).join(' | ') : undefined
}

/** xianan may be xi'an'an, xian'an or xia'nan: enough for a street's name. */
const mostReadings = 16
// Initials and finals of Mandarin; a few combinations that don't exist do no harm here.
const syllable = /^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|a|e|i|o|u|v))$/

/** Every split into syllables, fewest first; an unfinished last one is kept. */
function segmentations(letters: string): string[][] {
  if (letters === '') return [[]]
  const found: string[][] = isUnfinished(letters) ? [[letters]] : []
  for (let length = Math.min(6, letters.length); length >= 1 && found.length < mostReadings; length--) {
    const head = letters.slice(0, length)
    if (syllable.test(head)) found.push(...segmentations(letters.slice(length)).map(tail => [head, ...tail]))
  }
  return found.sort((a, b) => a.length - b.length).slice(0, mostReadings)
}

/** Whether a syllable may begin so: zh, zhu and zhuan may, zho and zhon too. */
const isUnfinished = (letters: string): boolean =>
  letters.length < 6 && !syllable.test(letters) && ['a', 'ang', 'e', 'eng', 'g', 'i', 'n', 'ng', 'o', 'ong', 'u'].some(rest => syllable.test(letters + rest))
