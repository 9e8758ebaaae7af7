// `npm run deployment:city [-- --size city] [-- what-if]`: today's cars, greedy and ours on the demonstration city, on weeks that no plan had seen.
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { prepareDatabase } from '../server/boot/prepare.ts'
import type { Static } from 'typebox'
import type { comparisonSchema } from '../server/deployment/compare/compare.ts'
import type { Told } from '../server/deployment/solve/solved.ts'
import { ms, quantile, startContext, timed, type Context } from './context.ts'
import { fill } from './fill.ts'

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

console.log(`| where | cars | plan | proof | seconds | built: in time | unseen weeks: in time (95 %) | ours − it (95 %) | mean | 90th | most load a car |`)
console.log('|---|---|---|---|---|---|---|---|---|---|---|')
if (!positionals.includes('what-if')) for (const branch of branches) await compare(branch)
// Where units are few, to take each back counts.
if (!positionals.includes('what-if')) for (const [where, place, spacing, posts] of [...branches.map(({ id, name, name_en }) => [name_en ?? name, { division_id: id }, 900, 4] as const), ['whole city', {}, 2_500, 9] as const, ['whole city', {}, 2_500, 13] as const]) await few(where, place, spacing, posts)
await timeWhatIf()
await context.stop()
await database.stop()
process.exit(0)

async function compare({ id, name, name_en: english }: { id: number, name: string, name_en: string | null }): Promise<void> {
  const selection = { ...newest!, division_id: id, shifts: ['evening'] }, sites = { junctions: { spacing_metres: 900 } }
  // As many cars as are there today.
  const first = await solved({ selection, sites, model: 'maximal_covering', posts: 1 })
  if (!first) return console.log(`| ${english ?? name} | | no plan | | | | | | | | |`)
  const cars = (await ask<Comparison>('compare', { run_id: first.id })).today.sites.length
  if (cars === 0) return console.log(`| ${english ?? name} | 0 | no car on duty | | | | | | | | |`)
  for (const model of ['maximal_covering', 'p_median'] as const) {
    const found = await solved({ selection, sites, model, posts: cars, room: model === 'p_median' ? 1 : 3, seconds: 60 })
    if (!found) { console.log(`| ${english ?? name} | ${cars} | ${model}: no plan | | | | | | | | |`); continue }
    const { result, id: runId, seconds } = found, { today, proposal, differences } = await ask<Comparison>('compare', { run_id: runId })
    const row = (plan: string, proof: string, took: string, built: Told['figures'], judged: Told['figures'] | null, share: Interval, difference: Interval) => console.log(`| ${english ?? name} | ${cars} | ${plan} | ${proof} | ${took} | ${percent(built.share)} | ${interval(share)} | ${interval(difference)} | ${time(judged?.mean_seconds)} | ${time(judged?.ninetieth_seconds)} | ${Math.max(...(judged?.loads ?? []).map(({ load }) => load)).toFixed(1)} |`)
    const held = result.held_out!
    if (model === 'maximal_covering') row('today', '', '', today.built, today.judged, today.judged_share, differences.proposal_to_today)
    row(`greedy, ${model}`, '', '', result.greedy!.figures, held.other!, held.other_share ?? null, held.difference ?? null)
    row(`ours, ${model}`, result.status === 'optimal' ? 'optimal' : `gap ${percent(result.gap)}`, seconds.toFixed(1), proposal.built, proposal.judged, proposal.judged_share, null)
  }
}

async function few(where: string, place: object, spacing: number, posts: number): Promise<void> {
  const found = await solved({ selection: { ...newest!, ...place, shifts: ['evening'] }, sites: { junctions: { spacing_metres: spacing } }, model: 'maximal_covering', posts, seconds: 60 })
  if (!found) return console.log(`| ${where} | ${posts} | no plan | | | | | | | | |`)
  const { result: { status, gap, figures, greedy, held_out: held }, seconds } = found
  const row = (plan: string, proof: string, built: Told['figures'], judged: Told['figures'], share: Interval, difference: Interval) =>
    console.log(`| ${where} | ${posts} | ${plan} | ${proof} | ${proof && seconds.toFixed(1)} | ${percent(built.share)} | ${interval(share)} | ${interval(difference)} | ${time(judged.mean_seconds)} | ${time(judged.ninetieth_seconds)} | ${Math.max(...judged.loads.map(({ load }) => load)).toFixed(1)} |`)
  row('greedy', '', greedy!.figures, held!.other!, held!.other_share ?? null, held!.difference ?? null)
  row('ours', status === 'optimal' ? 'optimal' : `gap ${percent(gap)}`, figures, held!.plan, held!.share, null)
}

/** How long it takes to tell what a dragged post changes, whole city. */
async function timeWhatIf(): Promise<void> {
  const sites = { junctions: { spacing_metres: 2_500 } }, selection = { ...newest!, shifts: ['evening'] }, found = await solved({ selection, sites, model: 'maximal_covering', posts: 13, seconds: 60 })
  if (!found) return
  const { result, id } = found, from = result.sites[0]!, candidates = (await ask<{ sites: { id: string, longitude: number, latitude: number }[] }>('sites', { selection, sites })).sites
  const measure = async (move: (i: number) => object) => {
    const took: number[] = []
    for (let i = 0; i < 40; i++) took.push(await timed(() => ask('what-if', { run_id: id, moves: [{ from: from.id, ...move(i) }] })))
    return ms(quantile(took.slice(1), 0.95))
  }
  const at = (i: number) => candidates[i * 7 % candidates.length]!
  console.log(`\nwhat-if, ${result.cells.cell.length} cells × ${candidates.length} sites, ${services.network.current().nodeCount} nodes, over HTTP, p95 of 39: to a candidate site ${await measure(i => ({ to: at(i).id }))}, to any point ${await measure(i => ({ point: [at(i).longitude + 0.0007, at(i).latitude] }))}`)
}

type Interval = { mean: number, low: number, high: number } | null
function percent(share: number | null): string { return share === null ? '' : `${(share * 100).toFixed(1)} %` }
function interval(each: Interval): string { return each === null ? '' : `${percent(each.mean)} (${percent(each.low)} to ${percent(each.high)})` }
function time(seconds: number | null | undefined): string { return seconds == null ? '' : `${Math.round(seconds)} s` }

async function solved(question: object): Promise<{ id: string, seconds: number, result: Told } | null> {
  let answer = await ask<{ id: string, state: string, seconds: number, result: Told, reasons?: object[], detail?: string }>('runs', { ...question, wait_ms: 30_000 })
  while (answer.state === 'running') {
    await new Promise(resolve => setTimeout(resolve, 500))
    answer = await ask(`runs/${answer.id}`)
  }
  if (answer.state !== 'done') console.error(JSON.stringify(answer.reasons ?? answer.detail))
  return answer.state === 'done' ? answer : null
}

async function ask<T>(path: string, payload?: object): Promise<T> {
  const { base, headers }: Context = context
  const answer = await fetch(`${base}/api/deployment/${path}`, payload ? { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(payload) } : { headers })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer.json() as Promise<T>
}
