import { sql } from 'kysely'
import { get, ms, quantile, timed, type Context, type Line } from './context.ts'

const budgetMs = 30

/** What the desk asks all day, over HTTP: the open list, and what is known of a place; beside the budget of 30 ms. */
export async function bench(context: Context): Promise<Line[]> {
  const { services: { db }, random } = context
  const { rows: buildings } = await sql<{ id: number, longitude: number, latitude: number }>`
    SELECT id, ST_X(geom) AS longitude, ST_Y(geom) AS latitude FROM address WHERE level = 'building' ORDER BY id LIMIT 20000`.execute(db)
  const { rows: [size] } = await sql<{ n: number }>`SELECT count(*)::integer AS n FROM incident`.execute(db)
  const pick = () => buildings[Math.floor(random() * buildings.length)]!
  const open = JSON.parse((await get(context, '/api/incidents/open')).toString()) as { incidents: unknown[] }
  const ways: Record<string, () => string> = {
    [`open list (${open.incidents.length} of ${size!.n})`]: () => '/api/incidents/open',
    'known of a point': () => { const { longitude, latitude } = pick(); return `/api/incidents/nearby?lng=${longitude}&lat=${latitude}` },
    'known of an address': () => `/api/incidents/nearby?address_id=${pick().id}`,
  }
  const lines: Line[] = []
  for (const [name, path] of Object.entries(ways)) {
    const times: number[] = []
    for (let i = 0; i < 60; i++) times.push(await timed(() => get(context, path())))
    const p95 = quantile(times.slice(5), 0.95)
    lines.push({ name: `desk: ${name}, p95`, ours: ms(p95), reference: `budget ${budgetMs} ms`, ratio: p95 / budgetMs })
  }
  return lines
}
