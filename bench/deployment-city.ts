// `npm run deployment:city [-- --size city] [-- what-if]`: today's cars, greedy and ours on the demonstration city, with weeks replayed that no plan had seen.
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { prepareDatabase } from '../server/boot/prepare.ts'
import type { Static } from 'typebox'
import type { comparisonSchema } from '../server/deployment/compare/compare.ts'
import { prepareSimulation, readSimulation } from '../server/deployment/simulate/simulation.ts'
import { simulate } from '../server/deployment/simulate/simulate.ts'
import type { Told } from '../server/deployment/solve/solved.ts'
import { ms, quantile, startContext, timed, type Context } from './context.ts'
import { fill } from './fill.ts'
import { interval, meanLoad, percent } from './replayed-row.ts'

type Comparison = Static<typeof comparisonSchema>
const { values: { size }, positionals } = parseArgs({ allowPositionals: true, options: { size: { type: 'string', default: 'default' } } })
if (size !== 'default' && size !== 'city') throw new RangeError(`--size is "${size}"; it must be default or city`)

const database = await prepareDatabase(process.env.DATABASE_URL, 'bench-postgres', `bench_${size}`)
await fill(database.url, size)
const context = await startContext(database.url), { services } = context
await services.network.ready()
// The demonstration city's clock stands still: its units reported just now.
await sql`UPDATE unit_position SET at = now() WHERE at > (SELECT max(at) FROM unit_position) - interval '30 minutes'`.execute(services.db)
await services.units.reload()
const { rows: [newest] } = await sql<{ from: string, to: string }>`
  SELECT (max(received_at)::date - 182)::text AS from, max(received_at)::date::text AS to FROM incident`.execute(services.db)
const { rows: branches } = await sql<{ id: number, name: string, name_en: string | null }>`SELECT id, name, name_en FROM division WHERE kind = 'branch' ORDER BY id`.execute(services.db)

const everywhere = branches.map(({ id, name, name_en }) => ({ where: (name_en ?? name).replace(' Branch', ''), place: { division_id: id } as object, spacing: 900 }))

if (positionals.includes('what-if')) await timeWhatIf()
else {
  console.log('| where | cars | today | greedy | ours | proof | ours − today (95 %) | mean: today, ours |')
  console.log('|---|---|---|---|---|---|---|---|')
  for (const each of everywhere) {
    const cars = await carsOf(each), [today, greedy, ours] = await replay(each, cars, [{ model: 'p_median' }], true)
    console.log(`| ${each.where} | ${cars} | ${today!.told} | ${greedy!.told} | ${ours!.told} | ${ours!.proof} | ${ours!.lead} | ${today!.mean}, ${ours!.mean} |`)
  }
  console.log('\n| where | cars | greedy | most in time | busy units | most in time − greedy (95 %) | busy units − greedy (95 %) | out |')
  console.log('|---|---|---|---|---|---|---|---|')
  for (const [each, cars] of [...everywhere.map(each => [each, 4] as const), ...[9, 13, 20].map(cars => [{ where: 'whole city', place: {}, spacing: 2_500 }, cars] as const)]) {
    const [greedy, most, busy] = await replay(each, cars, [{ model: 'maximal_covering' }, { model: 'busy_units', busy: 0.3, room: 4 }], false)
    console.log(`| ${each.where} | ${cars} | ${greedy!.told} | ${most!.told} | ${busy!.told} | ${most!.lead} | ${busy!.lead} | ${busy!.out} |`)
    if (most!.proof !== 'optimal' || busy!.proof !== 'optimal') console.error(`not proven: ${most!.proof}, ${busy!.proof}`)
  }
}
await context.stop()
await database.stop()
process.exit(0)

interface Where { where: string, place: object, spacing: number }
function questionOf({ place, spacing }: Where): object {
  return { selection: { ...newest!, ...place, shifts: ['evening'] }, sites: { junctions: { spacing_metres: spacing } }, held_out_weeks: 12 }
}

/** How many stand there now. */
async function carsOf(each: Where): Promise<number> {
  const first = await solved({ ...questionOf(each), model: 'maximal_covering', posts: 1 })
  return (await ask<Comparison>('compare', { run_id: first.id })).today.sites.length
}

/** A plan as a row has it. `told`: what of demand is in time by what it was built on, and what of calls when they are replayed; `lead`: how much more that is than the first plan's, on the same calls. */
interface Replayed { told: string, lead: string, mean: string, out: string, proof: string }

/** Today's cars where they are asked for, greedy, and some models. */
async function replay(each: Where, posts: number, models: readonly object[], withToday: boolean): Promise<Replayed[]> {
  const found: Awaited<ReturnType<typeof solved>>[] = []
  for (const model of models) found.push(await solved({ ...questionOf(each), ...model, posts, seconds: 30 }))
  const [{ id, result: { greedy } }] = found as [typeof found[0]], prepared = await prepareSimulation(services, context.signedIn, { run_id: id, replications: 200 })
  const today = withToday ? [{ stands: prepared.sides.today.stands, share: (await ask<Comparison>('compare', { run_id: id })).today.built.share, proof: '' }] : []
  const plans = [...today, { stands: greedy!.sites, share: greedy!.figures.share, proof: '' }, ...found.map(({ result: { sites, figures, status, gap } }) => ({ stands: sites, share: figures.share, proof: status === 'optimal' ? status : `gap ${percent(gap)}` }))]
  const ready = await readSimulation(services, { ...prepared, plans: plans.map(({ stands }) => ({ id: 'proposal' as const, stands })) })
  if ('why' in ready) throw new Error(ready.why.en)
  return simulate(ready.question).plans.map((plan, i) => ({
    told: `${percent(plans[i]!.share)} → ${interval(plan.figures.share)}`, lead: interval(plan.difference && plan.difference.share), mean: `${Math.round(plan.figures.mean!.mean)} s`, out: meanLoad(plan), proof: plans[i]!.proof,
  }))
}

/** How long it takes to tell what a dragged post changes, whole city. */
async function timeWhatIf(): Promise<void> {
  const sites = { junctions: { spacing_metres: 2_500 } }, selection = { ...newest!, shifts: ['evening'] }, found = await solved({ selection, sites, model: 'maximal_covering', posts: 13, seconds: 60 })
  const { result, id } = found, from = result.sites[0]!, candidates = (await ask<{ sites: { id: string, longitude: number, latitude: number }[] }>('sites', { selection, sites })).sites
  const measure = async (move: (i: number) => object) => {
    const took: number[] = []
    for (let i = 0; i < 40; i++) took.push(await timed(() => ask('what-if', { run_id: id, moves: [{ from: from.id, ...move(i) }] })))
    return ms(quantile(took.slice(1), 0.95))
  }
  const at = (i: number) => candidates[i * 7 % candidates.length]!
  console.log(`\nwhat-if, ${result.cells.cell.length} cells × ${candidates.length} sites, ${services.network.current().nodeCount} nodes, over HTTP, p95 of 39: to a candidate site ${await measure(i => ({ to: at(i).id }))}, to any point ${await measure(i => ({ point: [at(i).longitude + 0.0007, at(i).latitude] }))}`)
}

/** @throws where there is no such plan */
async function solved(question: object): Promise<{ id: string, result: Told }> {
  let answer = await ask<{ id: string, state: string, result: Told, reasons?: object[], detail?: string }>('runs', { ...question, wait_ms: 30_000 })
  while (answer.state === 'running') {
    await new Promise(resolve => setTimeout(resolve, 500))
    answer = await ask(`runs/${answer.id}`)
  }
  if (answer.state !== 'done') throw new Error(JSON.stringify(answer.reasons ?? answer.detail))
  return answer
}

async function ask<T>(path: string, payload?: object): Promise<T> {
  const { base, headers }: Context = context
  const answer = await fetch(`${base}/api/deployment/${path}`, payload ? { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(payload) } : { headers })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer.json() as Promise<T>
}
