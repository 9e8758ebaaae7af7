// `npm run deployment:porto-alegre`: posts for a real city's residents on its real roads, from ../shared/data/osm; greedy and ours.
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { prepareDatabase } from '../server/boot/prepare.ts'
import { snapTo } from '../server/coverage/anchors.ts'
import { readCityCells } from '../server/coverage/city-cells.ts'
import { migrate, openDatabase, openPool } from '../server/database.ts'
import type { ModelId } from '../server/deployment/models/index.ts'
import type { Plan, Problem } from '../server/deployment/models/problem.ts'
import { junctionSites } from '../server/deployment/sites/junctions.ts'
import { greedyPlan } from '../server/deployment/solve/greedy.ts'
import { WhatIf } from '../server/deployment/what-if.ts'
import { importFile } from '../server/import/import-file.ts'
import { startContext } from './context.ts'

const data = (name: string): string => fileURLToPath(new URL(`../../shared/data/osm/${name}`, import.meta.url))
if (!existsSync(data('porto_alegre.osm.pbf'))) {
  console.log('skipped: the real data sets are not beside this checkout (../shared/data)')
  process.exit(0)
}
const database = await prepareDatabase(process.env.DATABASE_URL, 'bench-postgres', 'bench_porto_alegre')
await fillFromFiles(database.url)
const context = await startContext(database.url), { services } = context, network = await services.network.ready()
const city = await readCityCells(services.db, '2026-11-22'), profile = { kind: 'car', siren: true, hour: 18 } as const
const cells = city.cells.flatMap((_, i) => { const at = city.residents[i]! > 0 ? snapTo(network, city.longitude[i]!, city.latitude[i]!, 'car') : null; return at ? [{ residents: city.residents[i]!, snap: at }] : [] })
const sites = junctionSites(network, 600, () => true).flatMap(({ longitude, latitude }) => snapTo(network, longitude, latitude, 'car') ?? [])
const began = performance.now(), seconds = await services.network.matrix(sites, cells.map(({ snap }) => snap), profile, 3_600), matrixSeconds = (performance.now() - began) / 1000
const residents = cells.reduce((sum, each) => sum + each.residents, 0)
console.log(`${cells.length} cells with ${residents} residents, ${sites.length} crossings 600 m apart, ${network.nodeCount} nodes; times by road in ${matrixSeconds.toFixed(1)} s`)
console.log('| posts | question | plan | proof | seconds | within 5 min | mean | 90th |')
console.log('|---|---|---|---|---|---|---|---|')
for (const posts of [5, 13, 25]) for (const model of ['maximal_covering', 'p_median'] as const) await row(posts, model)
await context.stop()
await database.stop()
process.exit(0)

async function row(posts: number, model: ModelId & ('maximal_covering' | 'p_median')): Promise<void> {
  const problem: Problem = { weights: Float64Array.from(cells, each => each.residents), seconds, siteCount: sites.length, limits: new Float64Array(cells.length).fill(300), posts, fixed: [], forbidden: [], unreachable: 'leave_out' }
  const start = performance.now(), plan = await services.deployment.solver.solve({ model, problem, parameters: {}, seconds: 60 }) as Plan, took = (performance.now() - start) / 1000
  const told = (name: string, proof: string, at: readonly number[]) => {
    const { share, mean, ninetieth } = new WhatIf(problem, at).figures()
    console.log(`| ${posts} | ${model} | ${name} | ${proof} | ${(share * 100).toFixed(1)} % | ${Math.round(mean!)} s | ${Math.round(ninetieth!)} s |`)
  }
  told('greedy', ' | ', greedyPlan({ problem, nearest: model === 'p_median' }))
  told('ours', `${plan.status === 'optimal' ? 'optimal' : `gap ${(plan.gap * 100).toFixed(2)} %`} | ${took.toFixed(1)}`, plan.sites)
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
