import type { Shown } from '../../../server/analysis/method.ts'
import type { Language } from '../../i18n.ts'
import { numberLabel } from './number.ts'
import { confidenceWords } from './picture.ts'

/** A column's value in words, with its unit. */
export function figureText(value: number | string | null | undefined, shown: Shown, language: Language): string {
  const none = language === 'zh' ? '无数据' : 'no figure'
  if (value === null || value === undefined) return shown.kind === 'category' ? (language === 'zh' ? '不显著' : 'not significant') : none
  if (shown.kind === 'category') return shown.values[String(value)]?.label[language] ?? String(value)
  if (shown.kind === 'confidence') {
    const level = Number(value)
    if (level === 0) return language === 'zh' ? '不显著' : 'not significant'
    const word = confidenceWords[shown.of ?? 'place'][level > 0 ? 'up' : 'down'][language]
    return `${word} ${Math.abs(level)}%`
  }
  const text = numberLabel(Number(value), shown.decimals), sign = shown.kind === 'difference' && Number(value) > 0 ? '+' : ''
  const unit = shown.unit[language]
  return `${sign}${text.replace('-', '−')}${unit ? unit === '%' ? '%' : ` ${unit}` : ''}`
}
