import crossfilter from 'crossfilter2'
import { Crossfilter } from '../web/analyst/linked/crossfilter/crossfilter.ts'
import { ms, quantile, type Context, type Line } from './context.ts'
import { generateRows, type GeneratedRows } from './incident-rows.ts'

const rows = 1_000_000
const [time, hour, day] = [0, 1, 2] as const

/** One step of a brush over a million incidents with six linked charts, ours and crossfilter2's over the same rows and steps. */
export async function bench({ random }: Pick<Context, 'random'>): Promise<Line[]> {
  const generated = generateRows(rows, random, Array.from({ length: 90 }, (_, i) => String(10_000 + i)))
  const values = valuesOf(generated)
  const start = performance.now()
  const ours = new Crossfilter(values, 1)
  const built = performance.now() - start
  const theirs = buildTheirs(values)
  const lines: Line[] = [{ name: 'linked charts: 1,000,000 incidents made ready', ours: ms(built), reference: `crossfilter2 ${ms(theirs.built)}`, ratio: built / theirs.built }]

  const hours = values[time]!.size, days = values[day]!.size
  /** A window slides over the year by its bars, grows and shrinks, as a hand would do it. */
  const drags = Array.from({ length: 120 }, (_, i): [number, number] => [Math.round((60 + i) / 365 * hours), Math.round((120 + i + i % 7) / 365 * hours)])
  /** From Monday 06:00 on, over more hours, then over more weekdays, and back. */
  const clocks = Array.from({ length: 80 }, (_, i) => rectangle(0, 6, 1 + Math.floor((i < 40 ? i : 79 - i) / 8), 1 + (i < 40 ? i : 79 - i) % 8))
  const dates = Array.from({ length: 80 }, (_, i): [number, number] => [100 + i, Math.min(days, 130 + 2 * i)])
  const far = Array.from({ length: 40 }, (_, i): [number, number] => i % 2 ? [0, Math.round(hours * 0.05)] : [Math.round(hours * 0.05), hours])

  const race = (name: string, steps: number, mine: (i: number) => void, their: (i: number) => void) => {
    const [a, b] = [timesOf(steps, mine), timesOf(steps, their)]
    check(ours, theirs)
    lines.push({ name: `linked charts: ${name} (budget 16 ms)`, ours: `${ms(quantile(a, 0.5))}, p95 ${ms(quantile(a, 0.95))}`, reference: `crossfilter2 ${ms(quantile(b, 0.5))}, p95 ${ms(quantile(b, 0.95))}`, ratio: quantile(a, 0.5) / quantile(b, 0.5) })
  }
  race('a window drags by a day', drags.length, i => ours.range(time, ...drags[i]!), i => theirs.dimensions[time]!.filterRange(drags[i]!))
  race('then the clock is brushed', clocks.length, i => ours.only(hour, clocks[i]!), i => theirs.dimensions[hour]!.filterFunction(value => clocks[i]!.has(value as number)))
  ours.only(hour, null); theirs.dimensions[hour]!.filterAll()
  ours.range(time, 0, hours); theirs.dimensions[time]!.filterAll()
  race('the clock alone', clocks.length, i => ours.only(hour, clocks[i]!), i => theirs.dimensions[hour]!.filterFunction(value => clocks[i]!.has(value as number)))
  ours.only(hour, null); theirs.dimensions[hour]!.filterAll()
  race('the calendar alone', dates.length, i => ours.range(day, ...dates[i]!), i => theirs.dimensions[day]!.filterRange(dates[i]!))
  ours.range(day, 0, days); theirs.dimensions[day]!.filterAll()
  race('all rows enter or leave at once', far.length, i => ours.range(time, ...far[i]!), i => theirs.dimensions[time]!.filterRange(far[i]!))
  return lines
}

function valuesOf({ minute, hour_of_week, day: days, code, codes, station: stations, stations: named, east, north }: GeneratedRows) {
  const first = minute[0]! - minute[0]! % 60
  const width = 60
  return [
    { values: Uint16Array.from(minute, at => Math.floor((at - first) / 60)), size: Math.floor((minute.at(-1)! - first) / 60) + 1 },
    { values: Uint16Array.from(hour_of_week, at => Math.min(at, 168)), size: 169 },
    { values: days, size: days.at(-1)! + 1 },
    { values: code, size: codes.length },
    { values: Uint16Array.from(stations, at => Math.min(at, named.length)), size: named.length + 1 },
    { values: Uint16Array.from(east, (x, row) => Math.floor((x + 0.1) * 100) + width * Math.floor((north[row]! + 0.1) * 100)), size: width * 60 },
  ]
}

type Theirs = ReturnType<typeof buildTheirs>

function buildTheirs(values: ReturnType<typeof valuesOf>) {
  const start = performance.now()
  const records = Array.from({ length: values[0]!.values.length }, (_, row) => row)
  const filter = crossfilter(records)
  const dimensions = values.map(({ values: column }) => filter.dimension<number>(row => column[row]!))
  const groups = dimensions.map(dimension => dimension.group<number, number>())
  const chosen = filter.groupAll<number>()
  return { built: performance.now() - start, dimensions, groups, chosen }
}

const rectangle = (weekday: number, from: number, weekdays: number, hours: number): Set<number> =>
  new Set(Array.from({ length: weekdays * hours }, (_, i) => (weekday + Math.floor(i / hours)) % 7 * 24 + (from + i % hours) % 24))

function timesOf(steps: number, step: (i: number) => void): number[] {
  return Array.from({ length: steps }, (_, i) => {
    const start = performance.now()
    step(i)
    return performance.now() - start
  })
}

/** Both say the same of every chart. */
function check(ours: Crossfilter, { groups, chosen }: Theirs): void {
  if (ours.chosen !== chosen.value()) throw new Error(`${ours.chosen} rows chosen; crossfilter2 has ${chosen.value()}`)
  groups.forEach((group, dimension) => {
    for (const { key, value } of group.all()) if (ours.counts[dimension]![key] !== value) throw new Error(`dimension ${dimension}, group ${key}: ${ours.counts[dimension]![key]}; crossfilter2 has ${value}`)
  })
}
