import { falseDiscoveryRate } from '../statistics/adjust.ts'
import { binomialTest } from '../statistics/distributions.ts'
import { countByCell, countOver } from '../by-cell.ts'
import { none, NothingToSay, type Method } from '../method.ts'
import { confidenceOf } from './gi-star.ts'
import { confidence, difference, counts as countsShown, figure, incidents, pAdjusted, pValue, percent } from '../shown.ts'

export const method: Method = {
  id: 'compare',
  title: { zh: '时段对比', en: 'Period against period' },
  purpose: { zh: '与前一个等长时段相比，哪里的变化大过偶然', en: 'Against the period before of equal length: where the change is more than chance' },
  source: 'conditional test of two Poisson counts: Przyborowski & Wilenski 1940; correction: Benjamini & Hochberg 1995',
  cells: true,
  shows: {
    confidence: { ...confidence, label: { zh: '升降置信度', en: 'Confidence of the change' } },
    change: difference('增减', 'Change', incidents),
    change_percent: difference('增减幅度', 'Change in per cent', percent, 1),
    share_of_change: figure('占全部升（降）幅的比重', 'Share of all rises (or falls)', percent, 1),
    now: { ...countsShown, label: { zh: '本期警情数', en: 'Incidents now' } },
    before: { ...countsShown, label: { zh: '对比期警情数', en: 'Incidents before' } },
    p: pValue, p_adjusted: pAdjusted,
    confidence_against_city: { ...confidence, label: { zh: '相对全域升降的置信度', en: 'Confidence of the change against the city\'s own' } },
    p_against_city: figure('相对全域的 P 值', 'p-value against the city\'s own change', undefined, 4),
    p_against_city_adjusted: figure('相对全域的校正后 P 值', 'p-value against the city\'s own change, corrected', undefined, 4),
  },
  limits: {
    zh: '只说变没变，不说为什么变：受理口径、天气、节日、邻近施工都会改变警情数。',
    en: 'It says that something changed, not why: recording rules, weather, holidays and road works change counts too.',
  },
  comparesBefore: true,
  parameters: {},
  run(input) {
    const later = input.chosen.rows.length, earlier = input.before.rows.length
    if (later + earlier === 0) throw new NothingToSay(none)
    // Cells of both periods, so that what went quiet is seen too.
    const both = { ...input, chosen: { ...input.chosen, rows: Uint32Array.from([...input.before.rows, ...input.chosen.rows]) } }
    const { cells, counts, index } = countByCell(both), now = countOver(input, input.chosen, index).counts
    const active = cells.map((_, i) => i).filter(i => counts[i]! > 0)
    // Half and half where nothing changed anywhere; against the city's own change, cell by cell.
    const share = later > 0 && earlier > 0 ? later / (later + earlier) : 0.5
    const p = active.map(i => binomialTest(now[i]!, counts[i]!, 0.5)), relative = active.map(i => binomialTest(now[i]!, counts[i]!, share))
    const adjusted = falseDiscoveryRate(p), adjustedRelative = falseDiscoveryRate(relative)
    const change = active.map(i => 2 * now[i]! - counts[i]!), rises = change.reduce((sum, each) => sum + Math.max(0, each), 0), falls = change.reduce((sum, each) => sum - Math.min(0, each), 0)
    return {
      cells: active.map(i => cells[i]!), now: active.map(i => now[i]!), before: active.map(i => counts[i]! - now[i]!), change,
      change_percent: active.map((i, k) => counts[i]! > now[i]! ? change[k]! / (counts[i]! - now[i]!) * 100 : null),
      share_of_change: change.map(each => each === 0 ? 0 : each / (each > 0 ? rises : falls) * 100),
      confidence: change.map((each, k) => confidenceOf(each, adjusted[k]!)), p, p_adjusted: [...adjusted],
      confidence_against_city: active.map((i, k) => confidenceOf(now[i]! - share * counts[i]!, adjustedRelative[k]!)),
      p_against_city: relative, p_against_city_adjusted: [...adjustedRelative],
      total: { now: later, before: earlier, p: later + earlier <= 100_000 ? binomialTest(later, later + earlier, 0.5) : null },
    }
  },
}
