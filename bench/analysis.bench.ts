import { sql } from 'kysely'
import { choose } from '../server/analysis/choose.ts'
import { methodOf } from '../server/analysis/methods/index.ts'
import { readParameters } from '../server/analysis/parameters.ts'
import { readQuestion } from '../server/analysis/selection.ts'
import { ms, quantile, timed, type Context, type Line } from './context.ts'

/** Each method over every incident there is (near repeats: burglaries of a year), beside what it takes to read them or to count them in SQL. */
export async function bench({ services, signedIn }: Context): Promise<Line[]> {
  const { db, analysis } = services
  const source = services.open('incidents', signedIn), { timeZone } = await services.vocabulary()
  let columns = await analysis.columns.get(source)
  const reading = await timed(async () => { columns = await (await fresh(services)).get(source) })
  const area = await analysis.studyArea(9)
  const { rows: [span] } = await sql<{ from: Date, to: Date }>`SELECT min(received_at) AS from, max(received_at) + interval '1 second' AS to FROM incident`.execute(db)
  const window = { from: span!.from.toISOString(), to: span!.to.toISOString(), channels: ['call', 'walk_in', 'patrol', 'sensor', 'transferred'] }
  const whole = await readQuestion(db, source.layer, window, timeZone)
  const burglary = await readQuestion(db, source.layer, { ...window, codes: ['0101'], from: new Date(span!.to.getTime() - 365 * 86_400_000).toISOString() }, timeZone)
  const counted = await timed(() => sql`SELECT h3_parent(t.cell, 9), count(*) ${source.from()} GROUP BY 1`.execute(db))
  const lines: Line[] = [{ name: `analysis: ${columns.rows.toLocaleString('en')} incidents into columns`, ours: ms(reading), reference: `GROUP BY cell ${ms(counted)}`, ratio: reading / counted }]
  for (const [id, question] of [['counts', whole], ['gi_star', whole], ['local_moran', whole], ['density', whole], ['emerging', whole], ['concentration', whole], ['clock', whole], ['compare', whole], ['near_repeat', burglary]] as const) {
    const method = methodOf(id)!, parameters = readParameters(method, {})
    const times: number[] = []
    let rows = 0
    for (let round = 0; round < (id === 'near_repeat' ? 1 : 3); round++) times.push(await timed(async () => {
      const chosen = choose(columns, question), length = question.to - question.from
      rows = chosen.rows.length
      const before = choose(columns, { ...question, from: question.from - length, to: question.from })
      method.run({ columns, question, chosen, before, area }, parameters, { progress: () => {}, took: () => {} })
    }))
    const ours = quantile(times, 0.5)
    lines.push({ name: `analysis: ${id} of ${rows.toLocaleString('en')}`, ours: ms(ours), reference: `GROUP BY cell ${ms(counted)}`, ratio: ours / counted })
  }
  return lines
}

async function fresh({ pool, db, changes }: Context['services']) {
  const { ColumnStore } = await import('../server/analysis/columns.ts')
  return new ColumnStore(pool, db, changes)
}
