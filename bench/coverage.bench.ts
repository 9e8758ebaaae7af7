import { sql } from 'kysely'
import { coverageLost } from '../server/coverage/lost.ts'
import { UnitSnaps } from '../server/coverage/counted-units.ts'
import { lossOf } from '../server/coverage/loss.ts'
import { localHour } from '../server/network/ask-network.ts'
import { reachedCells } from '../server/network/reach.ts'
import { kindOfUnit } from '../server/network/speeds.ts'
import { ms, quantile, timed, type Context, type Line } from './context.ts'

/**
 * Coverage of the whole city under every rule, beside one plain search for the soonest arrival by the same units (no second
 * unit, no rules); and what one unit's going costs, beside computing coverage again without it.
 */
export async function bench({ services, random }: Context): Promise<Line[]> {
  const { coverage, network, units, db } = services
  await sql`UPDATE unit_position SET at = now()`.execute(db)
  await units.reload()
  const roads = await network.ready()
  const first = await timed(() => coverage.refresh())
  const covers = await coverage.now(), { ground } = coverage
  const counted = await new UnitSnaps(roads).count(units.all(), Date.now(), () => undefined)
  const hour = localHour(new Date(), (await services.city()).time_zone)
  const longest = Math.max(...covers.map(({ rule }) => rule.minutes * 60 + Math.min(rule.minutes, 10) * 60))
  const sources = counted.map(({ snap, kind }) => ({ snap, kind: kindOfUnit(kind), siren: kindOfUnit(kind) !== 'foot' }))
  const ours: number[] = [], reference: number[] = [], pauses: number[] = []
  for (let round = 0; round < 9; round++) {
    // What a request that comes meanwhile waits at most: the longest turn of the loop.
    const watch = watchLoop()
    ours.push(await timed(() => coverage.compute(covers, counted, hour, Date.now())))
    pauses.push(watch())
    reference.push(await timed(async () => { reachedCells(roads, sources, longest, 9, hour) }))
  }
  const median = (values: number[]) => quantile(values, 0.5)
  const lines: Line[] = [{
    name: `coverage: ${counted.length} of ${[...units.all()].length} units, ${covers.length} rules, ${ground.city.cells.length} cells`,
    ours: ms(median(ours)), reference: `one search, one rule ${ms(median(reference))}`, ratio: median(ours) / median(reference),
  }, {
    name: 'coverage: longest turn of the loop meanwhile', ours: ms(median(pauses)), reference: 'allowed 30.0 ms', ratio: median(pauses) / 30,
  }, {
    name: 'coverage: first computation (cells, anchors, rules)', ours: ms(first), reference: `later ones ${ms(median(ours))}`, ratio: first / median(ours),
  }]
  const widest = covers.reduce((best, cover) => cover.rule.minutes > best.rule.minutes ? cover : best)
  const some = Array.from({ length: 25 }, () => widest.units[Math.floor(random() * widest.units.length)]!)
  const lost: number[] = [], again: number[] = []
  for (const [i, id] of some.entries()) {
    lost.push(await timed(async () => { lossOf(widest, ground.city, id) }))
    if (i < 5) again.push(await timed(() => coverage.without(widest, new Set([id]))))
  }
  lines.push({ name: 'coverage: what one unit\'s going costs, p95', ours: ms(quantile(lost, 0.95)), reference: `computed again without it ${ms(median(again))}`, ratio: quantile(lost, 0.95) / median(again) })
  const asked: number[] = []
  for (const id of some) asked.push(await timed(() => coverageLost(services, id)))
  lines.push({ name: 'coverage: the same as a recommendation asks it, p50', ours: ms(median(asked)), reference: 'allowed 15.0 ms', ratio: median(asked) / 15 })
  return lines
}

/** @returns stops it and says the longest turn, ms */
function watchLoop(): () => number {
  let last = performance.now(), longest = 0, on = true
  const turn = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    if (on) setImmediate(turn)
  }
  setImmediate(turn)
  return () => { on = false; return longest }
}
