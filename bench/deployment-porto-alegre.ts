// `npm run deployment:porto-alegre`: posts for a real city's residents on its real roads, from ../shared/data/osm; evenly spread, greedy and ours,
// and calls drawn by residents replayed under each.
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { prepareDatabase } from '../server/boot/prepare.ts'
import { snapTo } from '../server/coverage/anchors.ts'
import { readCityCells } from '../server/coverage/city-cells.ts'
import { createRandom } from '../server/analysis/random.ts'
import { migrate, openDatabase, openPool } from '../server/database.ts'
import type { ModelId } from '../server/deployment/models/index.ts'
import type { Plan, Problem } from '../server/deployment/models/problem.ts'
import { weekSeconds, type Calls } from '../server/deployment/simulate/calls.ts'
import { post } from '../server/deployment/simulate/crews.ts'
import type { Handling } from '../server/deployment/simulate/handling.ts'
import type { City } from '../server/deployment/simulate/replay.ts'
import { simulate } from '../server/deployment/simulate/simulate.ts'
import { junctionSites } from '../server/deployment/sites/junctions.ts'
import { greedyPlan } from '../server/deployment/solve/greedy.ts'
import { WhatIf } from '../server/deployment/what-if.ts'
import { metresBetween } from '../server/network/metric.ts'
import { importFile } from '../server/import/import-file.ts'
import { startContext } from './context.ts'
import { interval, meanLoad, percent } from './replayed-row.ts'

const data = (name: string): string => fileURLToPath(new URL(`../../shared/data/osm/${name}`, import.meta.url))
if (!existsSync(data('porto_alegre.osm.pbf'))) {
  console.log('skipped: the real data sets are not beside this checkout (../shared/data)')
  process.exit(0)
}
const database = await prepareDatabase(process.env.DATABASE_URL, 'bench-postgres', 'bench_porto_alegre')
await fillFromFiles(database.url)
const context = await startContext(database.url), { services } = context, network = await services.network.ready()
const people = await readCityCells(services.db, '2026-11-22'), profile = { kind: 'car', siren: true, hour: 18 } as const
const cells = people.cells.flatMap((_, i) => { const at = people.residents[i]! > 0 ? snapTo(network, people.longitude[i]!, people.latitude[i]!, 'car') : null; return at ? [{ residents: people.residents[i]!, snap: at }] : [] })
const places = junctionSites(network, 600, () => true).filter(({ longitude, latitude }) => snapTo(network, longitude, latitude, 'car')), sites = places.map(({ longitude, latitude }) => snapTo(network, longitude, latitude, 'car')!)
const cellSnaps = cells.map(({ snap }) => snap), seconds = await services.network.matrix(sites, cellSnaps, profile, 3_600), residents = cells.reduce((sum, each) => sum + each.residents, 0)
const paces = network.speeds.hours.car, city: City = {
  siteCount: sites.length, seconds, back: transposed(await services.network.matrix(cellSnaps, sites, { ...profile, siren: false }, 7_200)), limits: new Float64Array(cells.length).fill(300), factors: Float64Array.from(paces, each => paces[profile.hour]! / each),
}
// Nothing is known of calls there: so many, where people live, at any hour alike.
const callsADay = 100, handling: Handling = { is: 'assumed', meanSeconds: 1_800 }, random = createRandom(20_261_124), weeks = Array.from({ length: 52 }, drawWeek)
console.log(`${cells.length} cells with ${residents} residents, ${sites.length} crossings 600 m apart, ${network.nodeCount} nodes; ${callsADay} calls a day, ${weeks.length} weeks drawn, four in each of 200 replications\n`)
console.log('Most residents within 5 min (maximal covering):\n')
console.log('| posts | plan | proof | by the plan | replayed: in time (95 %) | − evenly (95 %) | out |')
console.log('|---|---|---|---|---|---|---|')
for (const posts of [5, 13, 25]) await rows(posts, 'maximal_covering')
console.log('\nShortest ways (p-median):\n')
console.log('| posts | plan | proof | by the plan | replayed: mean (95 %) | − evenly (95 %) | out |')
console.log('|---|---|---|---|---|---|---|')
for (const posts of [5, 13, 25]) await rows(posts, 'p_median')
await context.stop()
await database.stop()
process.exit(0)

async function rows(posts: number, model: ModelId & ('maximal_covering' | 'p_median')): Promise<void> {
  const problem: Problem = { weights: Float64Array.from(cells, each => each.residents), seconds, siteCount: sites.length, limits: city.limits, posts, fixed: [], forbidden: [], unreachable: 'leave_out' }
  const plan = await services.deployment.solver.solve({ model, problem, parameters: {}, seconds: 60 }) as Plan
  const plans = [{ name: 'evenly spread', proof: '', at: spreadOut(posts) }, { name: 'greedy', proof: '', at: greedyPlan({ problem, nearest: model === 'p_median' }) }, { name: 'ours', proof: plan.status === 'optimal' ? 'optimal' : `gap ${percent(plan.gap)}`, at: plan.sites }]
  const simulated = simulate({ weeks, weeksEach: 4, city, plans: plans.map(({ at }) => at.map(post)), handling, replications: 200, seed: 1 })
  plans.forEach(({ name, proof, at }, i) => {
    const { share, mean } = new WhatIf(problem, at).figures(), replayed = simulated.plans[i]!, { figures, difference } = replayed
    const told = model === 'p_median' ? [`${Math.round(mean!)} s`, seconds95(figures.mean), seconds95(difference && difference.mean)] : [percent(share), interval(figures.share), interval(difference && difference.share)]
    console.log(`| ${posts} | ${name} | ${proof} | ${told.join(' | ')} | ${meanLoad(replayed)} |`)
  })
}

function seconds95(each: { mean: number, low: number, high: number } | null): string { return each === null ? '' : `${Math.round(each.mean)} s (${Math.round(each.low)} to ${Math.round(each.high)})` }

/** Posts as far from each other as can be, one after the other (Gonzalez 1985), the first in the middle of the residents: what a map without demand suggests. */
function spreadOut(posts: number): number[] {
  const middle = (of: Float64Array) => people.cells.reduce((sum, _, i) => sum + of[i]! * people.residents[i]!, 0) / people.residents.reduce((sum, each) => sum + each, 0)
  const away = (site: number, { longitude, latitude }: { longitude: number, latitude: number }) => metresBetween(places[site]!.longitude, places[site]!.latitude, longitude, latitude)
  const all = [...sites.keys()], centre = { longitude: middle(people.longitude), latitude: middle(people.latitude) }, chosen = [all.reduce((best, site) => away(site, centre) < away(best, centre) ? site : best)]
  const apart = (site: number) => Math.min(...chosen.map(each => away(site, places[each]!)))
  while (chosen.length < posts) chosen.push(all.reduce((best, site) => apart(site) > apart(best) ? site : best))
  return chosen
}

function drawWeek(): Calls {
  const upTo = new Float64Array(cells.length), instants: number[] = []
  cells.reduce((sum, each, i) => upTo[i] = sum + each.residents, 0)
  for (let at = 0; (at += -Math.log(1 - random()) * 86_400 / callsADay) < weekSeconds;) instants.push(at)
  const place = instants.map(() => { const drawn = random() * residents; return upTo.findIndex(sum => sum > drawn) }), n = instants.length
  return { seconds: Float64Array.from(instants), cells: Int32Array.from(place), grades: new Uint8Array(n).fill(1), handling: new Float64Array(n).fill(NaN), kinds: new Int32Array(n).fill(-1), needs: new Int32Array(n) }
}

/** Row by row of cells as row by row of sites. */
function transposed(back: Float32Array): Float32Array {
  const turned = new Float32Array(back.length)
  for (let cell = 0; cell < cells.length; cell++) for (let site = 0; site < sites.length; site++) turned[site * cells.length + cell] = back[cell * sites.length + site]!
  return turned
}

async function fillFromFiles(url: string): Promise<void> {
  const db = openDatabase(openPool(url, { poolSize: 1, statementTimeoutMs: 0 }))
  await migrate(db)
  const { rows } = await sql`SELECT 1 FROM population LIMIT 1`.execute(db)
  if (rows.length === 0) {
    const mapping = fileURLToPath(new URL('../server/import/mappings/porto-alegre-population.json', import.meta.url)), options = { dryRun: false, maxBad: 5, report: join(tmpdir(), `deployment-${process.pid}.csv`) }
    await importFile(url, { layer: 'roads', file: data('porto_alegre.osm.pbf'), newCity: '阿雷格里港|Porto Alegre', timeZone: 'America/Sao_Paulo', ...options }, new AbortController().signal)
    await importFile(url, { layer: 'population', file: data('porto_alegre_h3r9.csv'), mapping, ...options }, new AbortController().signal)
  }
  await db.destroy()
}
