import { sql } from 'kysely'
import { Piscina } from 'piscina'
import { ensurePackages } from '../server/boot/packages.ts'
import { buildNetwork } from '../server/network/build-network.ts'
import { travelMatrix } from '../server/network/matrix.ts'
import type { MatrixTask } from '../server/network/matrix-worker.ts'
import { reachedCells } from '../server/network/reach.ts'
import type { RoadNetwork, Snap } from '../server/network/road-network.ts'
import { route } from '../server/network/route.ts'
import { snap } from '../server/network/snap.ts'
import { usualSpeeds, type Profile } from '../server/network/speeds.ts'
import { travelTimesTo } from '../server/network/travel-times.ts'
import { writeArcs } from '../tests/pgrouting.ts'
import { gridCity } from './grid-city.ts'
import { ms, quantile, timed, type Context, type Line } from './context.ts'

const profile: Profile = { kind: 'car', siren: true, hour: 18 }
const perCall = (work: () => unknown): number => { const start = performance.now(); work(); return performance.now() - start }
const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`

/** Nearest units by road, matrix, routes and reach on a network of 109,000 nodes, beside pgRouting on the same arcs. */
export async function bench({ services: { db }, random }: Context): Promise<Line[]> {
  ensurePackages('postgresql-15-pgrouting')
  const roads = gridCity(330, random)
  let network!: RoadNetwork
  const building = perCall(() => { network = buildNetwork(roads, { revision: 0, speeds: usualSpeeds }) })
  const anywhere = (): Snap => snap(network, 118.01 + random() * 0.34, 24.01 + random() * 0.34, { kind: 'car', component: 'largest' })!
  const units = Array.from({ length: 10_000 }, anywhere), incidents = Array.from({ length: 200 }, anywhere)

  const ours = incidents.map(incident => perCall(() => travelTimesTo(network, incident, units, profile, { stopAfter: 10 })))
  // Backwards, as ours: from the incident over arcs turned round. From every unit forwards it doesn't end within minutes. The second
  // is told how far the tenth unit is, which nobody knows beforehand.
  const reference: number[] = [], given: number[] = []
  await writeArcs({ db }, network, profile)
  await sql`CREATE INDEX ON arc (source)`.execute(db)
  const nodes = [...new Set(units.map(({ edge }) => network.edgeTo[edge]!))]
  for (const { edge } of incidents.slice(0, 3)) {
    const start = performance.now()
    const { rows } = await sql<{ agg_cost: number }>`SELECT end_vid, agg_cost FROM pgr_dijkstraCost('SELECT id, target AS source, source AS target, cost FROM arc', ${network.edgeFrom[edge]!}::bigint, ${nodes}::bigint[]) ORDER BY agg_cost LIMIT 10`.execute(db)
    reference.push(performance.now() - start)
    const again = performance.now()
    await sql`SELECT node, agg_cost FROM pgr_drivingDistance('SELECT id, target AS source, source AS target, cost FROM arc', ${network.edgeFrom[edge]!}::bigint, ${rows.at(-1)!.agg_cost}::float8) WHERE node = ANY(${nodes}::bigint[]) ORDER BY agg_cost LIMIT 10`.execute(db)
    given.push(performance.now() - again)
  }
  const lines: Line[] = [
    { name: `network: nearest 10 of 10,000 units, ${network.nodeCount} nodes (p95)`, ours: ms(quantile(ours, 0.95)), reference: `pgr_dijkstraCost ${ms(quantile(reference, 0.5))}`, ratio: quantile(ours, 0.95) / quantile(reference, 0.5) },
    { name: 'network: the same (p50)', ours: ms(quantile(ours, 0.5)), reference: `pgr_drivingDistance ${ms(quantile(given, 0.5))}`, ratio: quantile(ours, 0.5) / quantile(given, 0.5) },
  ]

  const [from, to] = [units.slice(0, 300), units.slice(300, 2_300)]
  const matrix = perCall(() => travelMatrix(network, from, to, profile))
  const pool = new Piscina<MatrixTask, void>({ filename: new URL('../server/network/matrix-worker.ts', import.meta.url).href, minThreads: 2, maxThreads: 2 })
  const inTwo = async () => {
    const shared = new Float32Array(new SharedArrayBuffer(4 * 300 * 2_000))
    await Promise.all([0, 1].map(part => pool.run({ question: { network, origins: from, destinations: to, profile }, matrix: shared, share: { part, parts: 2 } })))
  }
  await inTwo()
  const shared = await timed(inTwo)
  await pool.destroy()
  const limited = perCall(() => travelMatrix(network, from, to, profile, 900))
  const [fewFrom, fewTo] = [from, to].map(side => side.slice(0, 10).map(({ edge }) => network.edgeTo[edge]!))
  const started = performance.now()
  await sql`SELECT count(*) FROM pgr_dijkstraCostMatrix('SELECT id, source, target, cost FROM arc', ${[...fewFrom!, ...fewTo!]}::bigint[])`.execute(db)
  const matrixReference = (performance.now() - started) * 300 / 20
  const pgMatrix = `pgr_dijkstraCostMatrix × 15 ${ms(matrixReference)}`
  lines.push(
    { name: 'network: matrix 300 × 2,000, two threads as it is served', ours: ms(shared), reference: pgMatrix, ratio: shared / matrixReference },
    { name: 'network: the same in one thread', ours: ms(matrix), reference: pgMatrix, ratio: matrix / matrixReference },
    { name: 'network: the same within 15 minutes', ours: ms(limited), reference: pgMatrix, ratio: limited / matrixReference },
  )

  const across: number[] = [], pgAcross: number[] = []
  for (let i = 0; i < 20; i++) across.push(perCall(() => route(network, units[i]!, incidents[i]!, profile)))
  for (let i = 0; i < 3; i++) {
    const start = performance.now()
    await sql`SELECT count(*) FROM pgr_dijkstra('SELECT id, source, target, cost FROM arc', ${network.edgeTo[units[i]!.edge]!}::bigint, ${network.edgeFrom[incidents[i]!.edge]!}::bigint)`.execute(db)
    pgAcross.push(performance.now() - start)
  }
  lines.push({ name: 'network: route across the city with geometry', ours: ms(quantile(across, 0.5)), reference: `pgr_dijkstra ${ms(quantile(pgAcross, 0.5))}`, ratio: quantile(across, 0.5) / quantile(pgAcross, 0.5) })

  const sources = units.slice(0, 1_000).map(place => ({ snap: place, kind: 'car' as const, siren: true }))
  const reach = Array.from({ length: 5 }, () => perCall(() => reachedCells(network, sources, 300, 9, 18)))
  const single = perCall(() => reachedCells(network, sources.slice(0, 1), 300, 9, 18))
  lines.push({ name: 'network: cells within 5 min of 1,000 units', ours: ms(quantile(reach, 0.5)), reference: `of one unit ${ms(single)}`, ratio: quantile(reach, 0.5) / single })

  const points = Array.from({ length: 10_000 }, () => [118.01 + random() * 0.34, 24.01 + random() * 0.34] as const)
  const snapping = perCall(() => { for (const point of points) snap(network, ...point, { kind: 'car' }) })
  lines.push({ name: 'network: snap 10,000 points', ours: ms(snapping), reference: `a point ${(snapping / 10).toFixed(1)} µs`, ratio: 1 })

  // What a search leaves behind is its answer and nothing else: a number for each unit.
  const answers = 10_000 * 8
  const before = process.memoryUsage()
  for (let i = 0; i < 20; i++) travelTimesTo(network, incidents[i]!, units, profile, { stopAfter: 10 })
  const after = process.memoryUsage()
  const left = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 20
  lines.push({ name: 'network: memory that a search takes', ours: `${Math.round(left / 1024)} KiB`, reference: `its answer ${Math.round(answers / 1024)} KiB`, ratio: left / answers })
  const size = sizeOf(network)
  lines.push({ name: `network: build, ${network.edgeCount} edges`, ours: `${ms(building)}, ${megabytes(size)}`, reference: `${(size / network.edgeCount).toFixed(0)} bytes an edge`, ratio: 1 })
  await sql`DROP TABLE arc`.execute(db)
  return lines
}

/** Bytes of everything that holds arrays in it. */
function sizeOf(value: unknown): number {
  if (ArrayBuffer.isView(value) || value instanceof SharedArrayBuffer) return value.byteLength
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.values(value).reduce<number>((sum, each) => sum + sizeOf(each), 0) : 0
}
