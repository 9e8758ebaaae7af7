import type { Language } from '../i18n.ts'
import { percentText, secondsText as known } from '../planning/plan/words.ts'

/** What isn't known is a dash, not a zero. */
export const unknown = '—'

/** A share as a percentage with one decimal: "73.2%". */
export const shareText = (share: number | null): string => share === null ? unknown : percentText(share)

/** Seconds as minutes and seconds: "5 分 19 秒", "48 s". */
export const secondsText = (seconds: number | null, language: Language): string => seconds === null ? unknown : known(seconds, language)

/** A count with groups of three digits, without decimals that nobody needs. */
export const countText = (n: number): string => n.toLocaleString('en-GB', { maximumFractionDigits: Math.abs(n) < 100 && !Number.isInteger(n) ? 1 : 0 })
