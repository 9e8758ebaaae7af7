import type { PlanFigures } from '../types.ts'
import { percentText, secondsText } from './words.ts'

export const figureNames = ['share', 'mean', 'ninetieth', 'worst', 'unreached', 'residents', 'places', 'load'] as const
export type FigureName = (typeof figureNames)[number]

/** Which way is better, and from what difference on a reader sees one. */
export const figureSense: Record<FigureName, { better: 'more' | 'less', least: number }> = {
  share: { better: 'more', least: 0.0005 }, mean: { better: 'less', least: 0.5 }, ninetieth: { better: 'less', least: 0.5 }, worst: { better: 'less', least: 0.5 },
  unreached: { better: 'less', least: 0.05 }, residents: { better: 'more', least: 10 }, places: { better: 'more', least: 1 }, load: { better: 'less', least: 0.05 },
}

/** A figure of a plan; null where nothing was counted. Load: of the busiest post, for each unit there. */
export function figureOf(figures: PlanFigures, name: FigureName): number | null {
  switch (name) {
    case 'share': return figures.share
    case 'mean': return figures.mean_seconds
    case 'ninetieth': return figures.ninetieth_seconds
    case 'worst': return figures.worst?.seconds ?? null
    case 'unreached': return figures.unreached
    case 'residents': return figures.residents_covered
    case 'places': return figures.key_places_covered
    case 'load': return figures.loads.length ? Math.max(...figures.loads.map(({ load }) => load)) : null
  }
}

export function figureText(value: number | null, name: FigureName, locale: 'zh' | 'en'): string {
  if (value === null) return '—'
  if (name === 'share') return percentText(value)
  if (name === 'mean' || name === 'ninetieth' || name === 'worst') return secondsText(value, locale)
  if (name === 'unreached' || name === 'load') return value.toLocaleString('en-GB', { maximumFractionDigits: 1 })
  return value.toLocaleString('en-GB')
}
