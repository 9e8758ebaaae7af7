import { choose } from '../../server/analysis/choose.ts'
import { numberAncestors } from '../../server/analysis/h3-bits.ts'
import { NothingToSay } from '../../server/analysis/method.ts'
import { methods } from '../../server/analysis/methods/index.ts'
import { readParameters } from '../../server/analysis/parameters.ts'
import type { Interval } from '../../server/analysis/judge/intervals.ts'
import { runJudgement } from '../../server/analysis/judge/run-judgement.ts'
import type { Judgement, Summary } from '../../server/analysis/judge/summary.ts'
import { areaOf, questionOf } from './columns-of.ts'
import type { DataSet, Split } from './data-set.ts'

const areaShare = 0.02

/**
 * Counting is the baseline itself; every other method that ranks cells is judged beside it at its default parameters.
 * Density also at a fixed bandwidth of about a cell, beside the one that it chooses from the data.
 */
const forecasts = methods.filter(({ id, ranks }) => ranks && id !== 'counts').flatMap(({ id, title }) => [
  { id, title: title.en, parameters: {} }, ...(id === 'density' ? [{ id, title: `${title.en}, 300 m`, parameters: { bandwidth: 300 } }] : []),
])
type Forecast = (typeof forecasts)[number]

/** What a data set says of every method, in Markdown. */
export function sectionOf(set: DataSet): string {
  const without = Object.entries(set.without).filter(([id]) => forecasts.some(each => each.id === id)).map(([id, why]) => `${titleOf(id)} is not judged: ${why}.`)
  const lines = [`### ${set.title}`, '', ...set.notes, ...without, '']
  for (const resolution of set.resolutions) for (const split of set.splits) lines.push(...tableOf(set, split, resolution), '')
  return lines.join('\n')
}

function tableOf(set: DataSet, split: Split, resolution: number): string[] {
  const many = split.windows.length > 1, cells = set.cells?.(resolution) ?? cellsSeen(set, split, resolution)
  const lines = [`**Resolution ${resolution}, ${split.title}.** ${cells.length.toLocaleString('en')} cells${many ? '; means of the windows with 95 % intervals' : ''}.`, '',
    `| type | map | area | hit rate | PAI | PEI* | recapture | PEI* minus counting |${many ? ' verdict |' : ''}`, `|---|---|---|---|---|---|---|---|${many ? '---|' : ''}`]
  for (const [code, type] of set.types) {
    const judged = forecasts.filter(({ id }) => !set.without[id]).map(forecast => ({ title: forecast.title, said: judge(set, split, resolution, cells, forecast, code) }))
    const first = judged.map(({ said }) => said).find(said => 'overall' in said)
    if (!first || !('overall' in first)) { lines.push(`| ${type} | ${'— | '.repeat(many ? 8 : 7)}`.trimEnd()); continue }
    const size = first.windows.reduce((sum, { incidents }) => sum + incidents, 0)
    lines.push(rowOf(`${type} (${size.toLocaleString('en')} judged)`, 'prior counts', first.overall.prior, '', many ? 'baseline' : null))
    for (const { title, said } of judged) lines.push('overall' in said
      ? rowOf('', title, said.overall.ours, range(said.difference.pei, percent, true), many ? words[said.verdict.outcome] : null)
      : `| | ${title} | ${said.nothing} |${' |'.repeat(many ? 6 : 5)}`)
    lines.push(rowOf('', 'chance', first.overall.chance, '', many ? '' : null))
  }
  return lines
}

const words = { beats: '**beats counting**', loses: 'loses to counting', no_difference: 'no difference', too_few: 'too few to tell' }

function judge(set: DataSet, { windows }: Split, resolution: number, cells: string[], { id, parameters }: Forecast, code: number | undefined): Judgement | { nothing: string } {
  const method = methods.find(each => each.id === id)!, { from, to } = windows.at(-1)!.find
  try {
    const { result } = runJudgement({
      kind: 'judgement', subject: { method: id, parameters: readParameters(method, parameters), areaShare }, columns: set.columns, question: questionOf(from, to, code, set.offsets),
      windows, area: areaOf(resolution, cells),
    }, () => {})
    return result as Judgement
  } catch (error) {
    if (error instanceof NothingToSay) return { nothing: error.label.en }
    throw error
  }
}

/** Cells of any incident of the first find window: known before anything is judged. */
function cellsSeen({ columns, offsets }: DataSet, { windows }: Split, resolution: number): string[] {
  const { from, to } = windows[0]!.find
  return numberAncestors(columns.cell, columns.cellLow, resolution, choose(columns, questionOf(from, to, undefined, offsets)).rows).cells
}

const titleOf = (id: string): string => methods.find(each => each.id === id)?.title.en ?? id
const percent = (value: number) => `${(value * 100).toFixed(1)} %`, plain = (value: number) => value.toFixed(2)

function range({ mean, low, high }: Interval, write: (value: number) => string, sign = false): string {
  const text = `${sign && mean > 0 ? '+' : ''}${write(mean)}`
  return low === null || high === null ? text : `${text} (${write(low).replace(' %', '')} to ${write(high).replace(' %', '')})`
}

function rowOf(type: string, map: string, summary: Summary, difference: string, verdict: string | null): string {
  const of = (measure: 'hit_rate' | 'pai' | 'pei' | 'recapture', write: (value: number) => string) => summary[measure] ? range(summary[measure], write) : '—'
  return `| ${type} | ${map} | ${percent(summary.area_share!.mean)} | ${of('hit_rate', percent)} | ${of('pai', plain)} | ${of('pei', plain)} | ${of('recapture', plain)} | ${difference} |${verdict === null ? '' : ` ${verdict} |`}`
}
