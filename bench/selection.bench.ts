import { monitorEventLoopDelay } from 'node:perf_hooks'
import { sql } from 'kysely'
import { choose } from '../server/analysis/choose.ts'
import { readQuestion, type Selection } from '../server/analysis/selection.ts'
import { ms, quantile, timed, type Context, type Line } from './context.ts'

/** Choosing among every incident there is, how many a selection holds over HTTP, and its columns for the browser; beside the same question in SQL. */
export async function bench({ services, signedIn, base, headers }: Context): Promise<Line[]> {
  const { db, analysis } = services, source = services.open('incidents', signedIn), { timeZone } = await services.vocabulary()
  const columns = await analysis.columns.get(source), window = { from: '2000-01-01', to: '2100-01-01' }
  const inSql = await timed(() => sql`SELECT count(*) FROM incident WHERE geom IS NOT NULL AND merged_into_id IS NULL AND channel <> 'patrol' AND point_level IN ('road', 'number', 'building', 'unit', 'room')`.execute(db))
  const lines: Line[] = []
  const ring = Array.from({ length: 2001 }, (_, i): [number, number] => [118.1 + 0.1 * Math.cos(i % 2000 / 1000 * Math.PI), 24.5 + 0.1 * Math.sin(i % 2000 / 1000 * Math.PI)])
  const selections: Record<string, Selection> = {
    'everything': window, 'a type, at night, on workdays': { ...window, codes: ['01'], by_code: 'either', shifts: ['night'], days: ['workday'] },
    'an area of 2,000 corners': { ...window, area: { type: 'Polygon', coordinates: [ring] } },
  }
  for (const [name, selection] of Object.entries(selections)) {
    const question = await readQuestion(db, source.layer, selection, timeZone), times: number[] = []
    for (let round = 0; round < 5; round++) times.push(await timed(async () => { choose(columns, question) }))
    lines.push({ name: `selection: ${name}, of ${columns.rows.toLocaleString('en')}`, ours: ms(quantile(times, 0.5)), reference: `count in SQL ${ms(inSql)}`, ratio: quantile(times, 0.5) / inSql })
  }
  const post = async (path: string) => {
    const answer = await fetch(base + path, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify({ selection: window }) })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.arrayBuffer()).byteLength
  }
  await post('/api/analysis/size')
  const size = await timed(() => post('/api/analysis/size'))
  lines.push({ name: 'selection: its size over HTTP', ours: ms(size), reference: `count in SQL ${ms(inSql)}`, ratio: size / inSql })
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  let bytes = 0
  const sent = await timed(async () => { bytes = await post('/api/analysis/columns') })
  delay.disable()
  lines.push({ name: `selection: columns, ${(bytes / 2 ** 20).toFixed(1)} MiB, server held ${ms(delay.max / 1e6)}`, ours: ms(sent), reference: `count in SQL ${ms(inSql)}`, ratio: sent / inSql })
  return lines
}
