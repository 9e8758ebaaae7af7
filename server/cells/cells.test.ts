import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type Asker, type TestApp } from '../../tests/app.ts'

let test: TestApp
let ask: Asker
beforeAll(async () => {
  test = await startTestApp()
  ask = await test.as('dispatcher')
})
afterAll(() => test.stop())

type Cells = { cells: string[], counts: number[], source: string, total: number }

async function recount(resolution: number, where = sql`true`): Promise<Record<string, number>> {
  const { rows } = await sql<{ cell: string, n: number }>`
    SELECT to_hex(h3_parent(cell, ${resolution})) AS cell, count(*)::integer AS n FROM incident WHERE geom IS NOT NULL AND ${where} GROUP BY 1`.execute(test.database.db)
  return Object.fromEntries(rows.map(({ cell, n }) => [cell, n]))
}
const asRecord = ({ cells, counts }: Cells) => Object.fromEntries(cells.map((cell, i) => [cell, counts[i]]))

describe('cells', () => {
  it('of whole days come from the rollup and equal a recount, for any window and type', async () => {
    const day = (offset: number) => new Date(Date.UTC(2025, 10, 1) + offset * 86_400_000).toISOString().slice(0, 10)
    await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 380 }), fc.integer({ min: 1, max: 200 }), fc.constantFrom('', '01', '02', '0601'), fc.integer({ min: 3, max: 9 }), async (start, length, code, resolution) => {
      const [from, to] = [day(start), day(start + length)]
      const answer = (await ask(`/cells/incidents?res=${resolution}&from=${from}&to=${to}${code && `&code=${code}`}`)).json() as Cells
      expect(answer.source).toBe('rollup')
      expect(asRecord(answer)).toEqual(await recount(resolution, sql`local_day >= ${from}::date AND local_day < ${to}::date AND code LIKE ${`${code}%`}`))
    }), { numRuns: 40, seed: 7 })
  })

  it('of hours, sources and third-level types scan the rows', async () => {
    const from = '2026-11-10T03:30:00Z'
    const hours = (await ask(`/cells/incidents?res=8&from=${from}&to=2026-11-19T05:00:00Z`)).json() as Cells
    expect(hours.source).toBe('scan')
    expect(asRecord(hours)).toEqual(await recount(8, sql`received_at >= ${from} AND received_at < '2026-11-19T05:00:00Z'`))
    const patrol = (await ask('/cells/incidents?res=7&channel=patrol')).json() as Cells
    expect(asRecord(patrol)).toEqual(await recount(7, sql`channel = 'patrol'`))
  })

  it('in a box are those whose centre is in it, each counted whole', async () => {
    for (const resolution of [8, 10]) {
      const all = asRecord((await ask(`/cells/incidents?res=${resolution}`)).json() as Cells)
      const boxed = asRecord((await ask(`/cells/incidents?res=${resolution}&bbox=118.08,24.44,118.13,24.49`)).json() as Cells)
      expect(Object.keys(boxed).length).toBeGreaterThan(0)
      expect(Object.keys(boxed).length).toBeLessThan(Object.keys(all).length)
      for (const [cell, n] of Object.entries(boxed)) expect(n).toBe(all[cell])
    }
  })

  it('sum what a layer measures', async () => {
    const { rows: [row] } = await sql<{ n: number }>`SELECT sum(over60)::integer AS n FROM population`.execute(test.database.db)
    expect((await ask('/cells/population?res=6&measure=over60')).json().total).toBe(row!.n)
    expect((await ask('/cells/population?res=6&measure=alone60')).json().errors[0]).toMatchObject({ pointer: '/query/measure', value: 'alone60' })
  })
})

describe('the histogram', () => {
  it('counts the same from the rollup by day and from the rows by hour', async () => {
    const window = 'from=2026-11-01&to=2026-11-15'
    const days = (await ask(`/api/histogram/incidents?bin=day&${window}`)).json()
    const hours = (await ask(`/api/histogram/incidents?bin=hour&${window}`)).json()
    expect(days.total).toBe(hours.total)
    expect(days.starts[0]).toBe('2026-10-31T16:00:00Z')
    const { rows: [row] } = await sql<{ n: number }>`SELECT count(*)::integer AS n FROM incident WHERE local_day >= '2026-11-01' AND local_day < '2026-11-15'`.execute(test.database.db)
    expect(days.total).toBe(row!.n)
  })
  it('refuses more bins than a screen could show', async () => {
    expect((await ask('/api/histogram/incidents?bin=hour&from=1990-01-01')).json().errors[0].detail).toContain('coarser')
  })
})
