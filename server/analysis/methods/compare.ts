import { falseDiscoveryRate } from '../statistics/adjust.ts'
import { binomialTest } from '../statistics/distributions.ts'
import { countByCell, countOver } from '../by-cell.ts'
import { none, NothingToSay, type Method } from '../method.ts'

export const method: Method = {
  id: 'compare',
  title: { zh: '时段对比', en: 'Period against period' },
  purpose: { zh: '与前一个等长时段相比，哪里的变化大过偶然', en: 'Against the period before of equal length: where the change is more than chance' },
  source: 'conditional test of two Poisson counts: Przyborowski & Wilenski 1940; correction: Benjamini & Hochberg 1995',
  cells: true,
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
    return {
      cells: active.map(i => cells[i]!), now: active.map(i => now[i]!), before: active.map(i => counts[i]! - now[i]!), p, p_adjusted: [...adjusted],
      p_against_city: relative, p_against_city_adjusted: [...adjustedRelative],
      total: { now: later, before: earlier, p: later + earlier <= 100_000 ? binomialTest(later, later + earlier, 0.5) : null },
    }
  },
}
