import { sql } from 'kysely'
import { find } from '../server/search/find.ts'
import { fold, indexLabel } from '../layers/text.ts'
import { ms, quantile, timed, type Context, type Line } from './context.ts'

/** Search by every way of typing, over labels drawn from the entries themselves; beside a LIKE over all of them. */
export async function bench({ services, signedIn, random }: Context): Promise<Line[]> {
  const { db } = services
  const sources = [...services.layers.keys()].map(id => services.open(id, signedIn))
  const { rows } = await sql<{ label: string }>`SELECT label FROM search_entry TABLESAMPLE SYSTEM (20) REPEATABLE (3) ORDER BY ref LIMIT 4000`.execute(db)
  const { rows: [size] } = await sql<{ n: number }>`SELECT count(*)::integer AS n FROM search_entry`.execute(db)
  const labels = Array.from({ length: 120 }, () => rows[Math.floor(random() * rows.length)]!.label)
  const ways: Record<string, (label: string) => string> = {
    'the whole label': label => label,
    'its first four characters': label => label.slice(0, 4),
    'pinyin initials': label => indexLabel(label, true).initials.slice(0, 6),
    'full pinyin': label => indexLabel(label, true).pinyin.slice(0, 14),
    'one wrong character': label => label.length > 4 ? `${label.slice(0, 2)}某${label.slice(3)}` : label,
  }
  const reference: number[] = []
  for (const label of labels.slice(0, 10)) reference.push(await timed(() => sql`SELECT ref FROM search_entry WHERE folded LIKE ${`%${fold(label)}%`} LIMIT 10`.execute(db)))
  const lines: Line[] = []
  for (const [name, spell] of Object.entries(ways)) {
    const times: number[] = []
    let found = 0
    for (const label of labels) {
      const text = spell(label)
      if (text.length < 2) continue
      times.push(await timed(async () => { if ((await find(db, sources, text, { limit: 10 })).length) found++ }))
    }
    const p95 = quantile(times, 0.95)
    lines.push({ name: `search of ${size!.n} by ${name}, p95 (found ${found}/${times.length})`, ours: ms(p95), reference: `LIKE %…% ${ms(quantile(reference, 0.5))}`, ratio: p95 / quantile(reference, 0.5) })
  }
  return lines
}
