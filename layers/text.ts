import { pinyin } from 'pinyin-pro'

/** A text as search compares it: half width, lower case, 號 as 号, no spaces or punctuation. */
export const fold = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replaceAll('號', '号').replace(/[\s\p{P}\p{S}]+/gu, '')

/** Its pinyin, one syllable a Chinese character, other characters as they are. */
export const syllables = (folded: string): string[] =>
  pinyin(folded, { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' }).map(syllable => syllable.toLowerCase())

export const pairs = (text: string): string[] => Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2))

/** Whether a text has Chinese characters. */
export const hasChinese = (text: string): boolean => /\p{Script=Han}/u.test(text)

/** What is kept of a label to find it by: see `search_entry` in the migrations. */
export interface Indexed { folded: string, initials: string, pinyin: string, tokens: string[] }

/**
 * The words by which a label is found: character pairs of itself, `p:` syllables, `i:` pairs of initials.
 *
 * @param spoken  also by pinyin; left out for rooms, which nobody looks up that way
 */
export function indexLabel(label: string, spoken: boolean): Indexed {
  const folded = fold(label)
  const heard = spoken && hasChinese(folded) ? syllables(folded) : []
  const initials = heard.map(syllable => /^[a-z]/.test(syllable) ? syllable[0] : syllable).join('')
  return {
    folded, initials, pinyin: heard.join(''),
    tokens: [...new Set([...pairs(folded), ...heard.filter(syllable => /^[a-z]+$/.test(syllable)).map(syllable => `p:${syllable}`), ...pairs(initials).map(pair => `i:${pair}`)])],
  }
}

