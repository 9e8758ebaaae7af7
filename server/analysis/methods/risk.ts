import { getHexagonEdgeLengthAvg, UNITS } from 'h3-js'
import { mixtureWeights } from '../statistics/mixture.ts'
import { cellNeighbours, type Neighbours } from '../statistics/neighbours.ts'
import { countByCell, needCells } from '../by-cell.ts'
import { none, NothingToSay, type Method } from '../method.ts'
import { amount, counts as countsShown, figure } from '../shown.ts'

const week = 7, perWeek = { zh: '起/周', en: 'per week' }
/** What is tried where the caller gives nothing. */
const halfLives = [14, 28, 56, 112, 224], echoDays = [3, 7, 14], echoMetres = [150, 300, 600]
/** Weeks that choices are made on: each foretold from what came before it. */
const origins = 6

/** Days, days, metres. */
interface Decay { half: number, echo: number, reach: number }

interface Values { half_life: number | null, echo_days: number | null, echo_metres: number | null }

export const method: Method = {
  id: 'risk',
  title: { zh: '风险面', en: 'Risk surface' },
  purpose: { zh: '下一周各格大致多少起：近来的警情按时间递减，加上近重复的余波', en: 'About how many incidents each cell will see next week: recent ones, fading with time, and the echo of near repeats' },
  source: 'Bowers, Johnson & Pease 2004 (ProMap); weights by likelihood: Dempster, Laird & Rubin 1977',
  cells: true,
  shows: {
    risk: amount('下周预期警情', 'Expected next week', perWeek, 2),
    lasting: figure('其中：常态', 'Of it: lasting', perWeek, 2), surrounding: figure('其中：周边', 'Of it: surroundings', perWeek, 2), echo: figure('其中：余波', 'Of it: echo', perWeek, 2),
    counts: countsShown,
  },
  ranks: 'risk',
  limits: {
    zh: '只由过去的警情推算，说的是格，不是人、不是门牌；余波在网格尺度上计算，比格小的远近看不出。是否胜过“往期最多”要看回测。',
    en: 'Made of past incidents only; it speaks of cells, not of people or doors. The echo is reckoned between cells: what is finer than a cell is lost. Whether it beats prior counts is for the back-test to say.',
  },
  parameters: {
    half_life: { kind: 'number', label: { zh: '常态半衰期', en: 'Half-life' }, unit: { zh: '天', en: 'days' }, least: 1, most: 3650, otherwise: null,
      why: { zh: `过这么久，一起警情的分量减半；在 ${halfLives.join('、')} 天里取最能说中最近 ${origins} 周的`, en: `After so long an incident counts half; of ${halfLives.join(', ')} days the one that best foretold the last ${origins} weeks` } },
    echo_days: { kind: 'number', label: { zh: '余波时间', en: 'Echo in time' }, unit: { zh: '天', en: 'days' }, least: 0.5, most: 90, otherwise: null,
      why: { zh: '近重复的余波每过这么久减到约三分之一；同样由数据选出', en: 'The echo of a near repeat falls to about a third in so long; chosen from the data likewise' } },
    echo_metres: { kind: 'number', label: { zh: '余波距离', en: 'Echo in space' }, unit: { zh: '米', en: 'm' }, least: 10, most: 5000, otherwise: null,
      why: { zh: '每远这么多，余波减到约三分之一', en: 'It falls to about a third in so many metres' } },
  },
  run(input, { half_life: halfLife, echo_days: days, echo_metres: metres }: Values, { progress, took }) {
    const { columns, chosen, question, area } = input
    if (chosen.rows.length === 0) throw new NothingToSay(none)
    const { cells, counts, cellOfRow } = countByCell(input)
    needCells(cells)
    const end = Math.min(question.to, columns.asOf / 1000), age = new Float64Array(chosen.rows.length)
    for (let k = 0; k < age.length; k++) age[k] = (end - columns.received[chosen.rows[k]!]!) / 86_400
    if (age[0]! < (origins + 2) * week) throw new NothingToSay({
      zh: `所选警情只跨 ${Math.ceil(age[0]!)} 天，至少需要 ${(origins + 2) * week} 天才能检验怎样递减：放宽时间`, en: `The incidents span ${Math.ceil(age[0]!)} days; ${(origins + 2) * week} are needed to tell how they fade: widen the window`,
    })
    const spacing = getHexagonEdgeLengthAvg(area.resolution, UNITS.m) * Math.sqrt(3), rings = [1, 2].map(ring => ringOnly(cells, ring))
    const seen = Array.from({ length: origins }, (_, k) => between(age, cellOfRow, cells.length, k * week, (k + 1) * week)), together = joined(seen)
    if (together.every(n => n === 0)) throw new NothingToSay({ zh: `截止前 ${origins} 周没有警情，无从推算下周`, en: `No incidents in the last ${origins} weeks: nothing to tell the next one by` })
    const known = new Map<string, Float64Array>()
    const fadedAt = (before: number, fade: number) => {
      const key = `${before} ${fade}`, found = known.get(key) ?? faded(age, cellOfRow, cells.length, before, fade)
      known.set(key, found)
      return found
    }
    /** Distributions over the cells as they looked so many days before the end. */
    const partsAt = (before: number, { half, echo, reach }: Decay) => {
      const lasting = fadedAt(before, half / Math.LN2), recent = fadedAt(before, echo)
      return [lasting, spread(lasting, rings, [0, 1, 0]), spread(recent, rings, [1, Math.exp(-spacing / reach), Math.exp(-2 * spacing / reach)]), new Float64Array(cells.length).fill(1)].map(toOne)
    }
    let best = { half: halfLife ?? halfLives[2]!, echo: days ?? echoDays[1]!, reach: metres ?? echoMetres[1]!, weights: [1, 0, 0, 0], logLikelihood: -Infinity }, done = 0
    const attempt = (decay: Decay) => {
      const parts = seen.map((_, k) => partsAt((k + 1) * week, decay)), found = mixtureWeights([0, 1, 2, 3].map(part => joined(parts.map(each => each[part]!))), together)
      if (found.logLikelihood > best.logLikelihood) best = { ...decay, ...found }
      progress(++done, halfLives.length + echoDays.length * echoMetres.length)
    }
    // The half-life first, which matters most, then both measures of the echo.
    for (const half of halfLife ? [halfLife] : halfLives) attempt({ half, echo: best.echo, reach: best.reach })
    for (const echo of days ? [days] : echoDays) for (const reach of metres ? [metres] : echoMetres) attempt({ half: best.half, echo, reach })
    if (!halfLife) took('half_life', best.half)
    if (!days) took('echo_days', best.echo)
    if (!metres) took('echo_metres', best.reach)
    const weekly = together.reduce((sum, n) => sum + n, 0) / origins, [lasting, surrounding, echo, even] = partsAt(0, best).map((part, k) => part.map(each => each * best.weights[k]! * weekly)) as [Float64Array, Float64Array, Float64Array, Float64Array]
    return {
      cells, risk: Array.from(lasting, (each, i) => each + surrounding[i]! + echo[i]! + even[i]!), lasting: [...lasting], surrounding: [...surrounding], echo: [...echo], counts: [...counts],
      weights: { lasting: best.weights[0], surrounding: best.weights[1], echo: best.weights[2], even: best.weights[3] }, weekly, as_of_day: new Date(end * 1000).toISOString(),
    }
  },
}

/** Counts by cell of what is older than `before` days, each fading by e in so many days. */
function faded(age: Float64Array, cellOfRow: Uint32Array, cells: number, before: number, days: number): Float64Array {
  const sums = new Float64Array(cells)
  for (let k = 0; k < age.length && age[k]! >= before; k++) {
    const old = (age[k]! - before) / days
    if (old < 30) sums[cellOfRow[k]!]! += Math.exp(-old)
  }
  return sums
}

function between(age: Float64Array, cellOfRow: Uint32Array, cells: number, from: number, to: number): Float64Array {
  const sums = new Float64Array(cells)
  for (let k = age.length - 1; k >= 0 && age[k]! < to; k--) if (age[k]! >= from) sums[cellOfRow[k]!]!++
  return sums
}

/** Cells exactly so many steps away. */
function ringOnly(cells: readonly string[], ring: number): Neighbours {
  const outer = cellNeighbours(cells, ring, false)
  if (ring === 1) return outer
  const inner = cellNeighbours(cells, ring - 1, false), offset = new Uint32Array(cells.length + 1), index: number[] = []
  for (let i = 0; i < cells.length; i++) {
    const near = new Set(inner.index.subarray(inner.offset[i], inner.offset[i + 1]))
    for (let k = outer.offset[i]!; k < outer.offset[i + 1]!; k++) if (!near.has(outer.index[k]!)) index.push(outer.index[k]!)
    offset[i + 1] = index.length
  }
  return { offset, index: Uint32Array.from(index) }
}

/** Weights for the cell itself and for each ring about it. */
function spread(values: Float64Array, rings: readonly Neighbours[], [own, ...weights]: readonly number[]): Float64Array {
  const out = values.map(value => value * own!)
  rings.forEach(({ offset, index }, ring) => {
    if (!weights[ring]) return
    for (let i = 0; i < out.length; i++) for (let k = offset[i]!; k < offset[i + 1]!; k++) out[i]! += values[index[k]!]! * weights[ring]!
  })
  return out
}

function toOne(values: Float64Array): Float64Array {
  const total = values.reduce((sum, each) => sum + each, 0)
  return total > 0 ? values.map(each => each / total) : values
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const out = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) { out.set(part, at); at += part.length }
  return out
}
