import { falseDiscoveryRate } from '../statistics/adjust.ts'
import { binomialTest } from '../statistics/distributions.ts'
import { countByCell, countOver } from '../by-cell.ts'
import { choose, type Question } from '../choose.ts'
import { offsetReader } from '../time-offsets.ts'
import { none, NothingToSay, type Method } from '../method.ts'
import { confidenceOf } from './gi-star.ts'
import { confidence, difference, counts as countsShown, figure, incidents, pAdjusted, pValue, percent } from '../shown.ts'

export const method: Method = {
  id: 'compare',
  title: { zh: '时段对比', en: 'Period against period' },
  purpose: { zh: '与前一个等长时段（环比）、去年同期（同比）或更早的某段相比，哪里的变化大过偶然', en: 'Against the period before, the same weeks a year ago or any earlier one of equal length: where the change is more than chance' },
  source: 'conditional test of two Poisson counts: Przyborowski & Wilenski 1940; correction: Benjamini & Hochberg 1995',
  cells: true,
  shows: {
    confidence: { ...confidence, of: 'change', label: { zh: '升降置信度', en: 'Confidence of the change' } },
    change: difference('增减', 'Change', incidents),
    change_percent: difference('增减幅度', 'Change in per cent', percent, 1),
    share_of_change: figure('占全部升（降）幅的比重', 'Share of all rises (or falls)', percent, 1),
    now: { ...countsShown, label: { zh: '本期警情数', en: 'Incidents now' } },
    before: { ...countsShown, label: { zh: '对比期警情数', en: 'Incidents before' } },
    p: pValue, p_adjusted: pAdjusted,
    confidence_against_city: { ...confidence, of: 'change', label: { zh: '相对全域升降的置信度', en: 'Confidence of the change against the city\'s own' } },
    p_against_city: figure('相对全域的 P 值', 'p-value against the city\'s own change', undefined, 4),
    p_against_city_adjusted: figure('相对全域的校正后 P 值', 'p-value against the city\'s own change, corrected', undefined, 4),
  },
  limits: {
    zh: '只说变没变，不说为什么变：受理口径、天气、节日、邻近施工都会改变警情数。',
    en: 'It says that something changed, not why: recording rules, weather, holidays and road works change counts too.',
  },
  comparesBefore: true,
  parameters: {
    against: { kind: 'choice', label: { zh: '对比时段', en: 'Against' }, otherwise: 'before',
      options: { before: { zh: '上一个等长时段（环比）', en: 'The period just before' }, year: { zh: '去年同期（同比）', en: 'The same weeks a year ago' }, days_back: { zh: '自定', en: 'A number of days back' } },
      why: { zh: '环比最新但受季节影响；去年同期退回 364 天，星期对得上', en: 'The period before is the freshest but in another season; a year ago is 364 days back, so that weekdays agree' } },
    days_back: { kind: 'number', label: { zh: '往前推', en: 'Days back' }, unit: { zh: '天', en: 'days' }, least: 1, most: 3660, whole: true, otherwise: null,
      why: { zh: '“自定”时用；等于时段长度就是环比', en: 'For a window of your own; as many as the window is long gives the period just before' } },
  },
  run(input, { against, days_back: daysBack }: { against: 'before' | 'year' | 'days_back', days_back: number | null }, { took }) {
    const { columns, question } = input, until = Math.min(question.to, columns.asOf / 1000), window = earlierWindow(question, until, against, daysBack)
    if (against === 'days_back' && daysBack === null) took('days_back', (question.from - window.from) / 86_400)
    const before = against === 'before' && until === question.to ? input.before : choose(columns, { ...question, ...window })
    const later = input.chosen.rows.length, earlier = before.rows.length
    if (later + earlier === 0) throw new NothingToSay(none)
    const first = columns.received[0]!
    if (window.from < first - Math.max(86_400, (window.to - window.from) / 50)) throw new NothingToSay({
      zh: `对比时段从 ${dateOf(window.from, question)} 起，而最早的警情在 ${dateOf(first, question)}：记录不全，不能比`,
      en: `The earlier period begins on ${dateOf(window.from, question)}, the first incident on record is of ${dateOf(first, question)}: it is not whole and can't be compared with`,
    })
    const rows = new Uint32Array(later + earlier)
    rows.set(before.rows)
    rows.set(input.chosen.rows, earlier)
    // Cells of both periods, so that what went quiet is seen too.
    const both = { ...input, chosen: { ...input.chosen, rows } }
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
      before_window: { from: new Date(window.from * 1000).toISOString(), to: new Date(window.to * 1000).toISOString() },
      total: { now: later, before: earlier, p: binomialTest(later, later + earlier, 0.5) },
    }
  },
}

/**
 * As much of the earlier window as has passed of the later one by `until`: a day that isn't over isn't held against a whole one.
 *
 * @throws {NothingToSay} where it would overlap the later one: the same incidents would count on both sides
 */
function earlierWindow({ from, to }: Question, until: number, against: 'before' | 'year' | 'days_back', daysBack: number | null): { from: number, to: number } {
  const length = to - from, back = against === 'year' ? 364 * 86_400 : against === 'days_back' && daysBack !== null ? daysBack * 86_400 : length
  if (back < length) throw new NothingToSay({
    zh: `所选时段长 ${Math.ceil(length / 86_400)} 天，只往前推 ${back / 86_400} 天，两段会重叠：缩短时段或多推几天`,
    en: `The window is ${Math.ceil(length / 86_400)} days long and the earlier one only ${back / 86_400} days back: they overlap. Shorten the window or go back further`,
  })
  return { from: from - back, to: until - back }
}

const dateOf = (instant: number, { offsets }: Question): string => new Date((instant + offsetReader(offsets)(instant)) * 1000).toISOString().slice(0, 10)
