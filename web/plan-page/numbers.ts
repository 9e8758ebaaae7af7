import type { Language } from '../i18n.ts'

/** What isn't known is a dash, not a zero. */
export const unknown = '—'

/** A share as a percentage with one decimal: "73.2%". */
export const shareText = (share: number | null): string => share === null ? unknown : `${(share * 100).toFixed(1)}%`

/** Seconds as minutes and seconds: "5 分 19 秒", "48 s". */
export function secondsText(seconds: number | null, language: Language): string {
  if (seconds === null) return unknown
  const whole = Math.round(seconds), minutes = Math.floor(whole / 60), rest = whole % 60, [m, s] = language === 'zh' ? [' 分', ' 秒'] : [' min', ' s']
  return minutes === 0 ? `${rest}${s}` : rest === 0 ? `${minutes}${m}` : `${minutes}${m} ${rest}${s}`
}

/** A count with groups of three digits, without decimals that nobody needs. */
export const countText = (n: number): string => n.toLocaleString('en-GB', { maximumFractionDigits: Math.abs(n) < 100 && !Number.isInteger(n) ? 1 : 0 })
