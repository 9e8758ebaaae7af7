import type { Shown } from '../../../server/analysis/method.ts'
import type { Language } from '../../i18n.ts'
import type { CellAnswer } from './cell-answer.ts'
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

export interface FigureRow { name: string, label: string, text: string }

/** All that is known of a cell, a column a row; bounds of an interval (`rate_low`, `rate_high`) stand with what they are about. */
export function figureRows({ columns, shows }: Pick<CellAnswer, 'columns' | 'shows'>, at: number, language: Language): FigureRow[] {
  const bound = (name: string) => /^(.+)_(low|high)$/.exec(name)?.[1]
  return Object.entries(shows).filter(([name]) => !(bound(name) && shows[bound(name)!])).map(([name, shown]) => {
    const text = figureText(columns[name]![at], shown, language), [low, high] = [columns[`${name}_low`]?.[at], columns[`${name}_high`]?.[at]]
    const decimals = 'decimals' in shown ? shown.decimals : 0
    const interval = typeof low === 'number' && typeof high === 'number' ? ` (${numberLabel(low, Math.max(1, decimals))}–${numberLabel(high, Math.max(1, decimals))})` : ''
    return { name, label: shown.label[language], text: text + interval }
  })
}
