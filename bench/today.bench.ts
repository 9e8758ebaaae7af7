import { sql } from 'kysely'
import { readFigures } from '../server/today/routes.ts'
import { ms, quantile, timed, type Context, type Line } from './context.ts'

/** The wall's figures of today against the same weekday of eight weeks, uncached, beside counting the same 63 days by hour in one plain scan. */
export async function bench({ services }: Context): Promise<Line[]> {
  const { rows: [newest] } = await sql<{ at: Date }>`SELECT max(received_at) AS at FROM incident`.execute(services.db)
  const now = newest!.at, { time_zone: zone } = await services.city()
  const plain = sql`SELECT date_trunc('hour', received_at, ${zone}), left(code, 2), count(*) FROM incident WHERE received_at > ${now}::timestamptz - interval '63 days' AND received_at <= ${now} GROUP BY 1, 2`
  const ours: number[] = [], reference: number[] = []
  for (let round = 0; round < 12; round++) {
    ours.push(await timed(() => readFigures(services, 'all', now)))
    reference.push(await timed(() => plain.execute(services.db)))
  }
  const [a, b] = [quantile(ours.slice(2), 0.5), quantile(reference.slice(2), 0.5)]
  return [{ name: 'today: figures of the wall, uncached', ours: ms(a), reference: `GROUP BY of 63 days ${ms(b)}`, ratio: a / b }]
}
