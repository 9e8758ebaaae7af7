import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runJudgement } from '../../server/analysis/judge/run-judgement.ts'
import type { Judgement } from '../../server/analysis/judge/summary.ts'
import { methodOf } from '../../server/analysis/methods/index.ts'
import { readParameters } from '../../server/analysis/parameters.ts'
import { importFile } from '../../server/import/import-file.ts'
import { startTestApp, type Asker, type TestApp } from '../../tests/app.ts'
import { emptyDatabase } from '../../tests/database.ts'
import { areaOf, questionOf } from './columns-of.ts'
import { houston } from './houston.ts'
import { dataFile } from './read-csv.ts'

const file = dataFile('incidents/houston_2010_jan_jun.csv.gz'), present = existsSync(file)
if (!present) console.log('skipped: the real data sets are not beside this checkout (../shared/data)')

describe.skipIf(!present)('Houston, read straight from the file and by way of an import', () => {
  let test: TestApp, analyst: Asker
  beforeAll(async () => {
    const database = await emptyDatabase()
    const mapping = fileURLToPath(new URL('../../server/import/mappings/houston-incidents.json', import.meta.url))
    await importFile(database.url, { layer: 'incidents', file, mapping, dryRun: false, maxBad: 5, report: join(tmpdir(), `judge-houston-${process.pid}.csv`) }, new AbortController().signal)
    test = await startTestApp({}, database)
    analyst = await test.as('analyst')
  })
  afterAll(() => test.stop())

  it.each(['gi_star', 'density'])('is judged alike: robbery by %s', async id => {
    const { columns, types, splits: [split], offsets } = await houston(), code = [...types].find(([, name]) => name === 'robbery')![0]
    const { from, to } = split!.windows[0]!.find
    // An imported city without addresses or roads: its study area is where robberies were.
    const straight = runJudgement({
      kind: 'judgement', subject: { method: id, parameters: readParameters(methodOf(id)!, {}), areaShare: 0.02 }, columns, question: questionOf(from, to, code, offsets), windows: split!.windows, area: areaOf(9, []),
    }, () => {}).result as Judgement
    const answer = (await analyst('/api/analysis/judgements', { method: 'POST', payload: { method: id, selection: { from: '2010-01-01', to: '2010-05-01', codes: ['0163'] }, judge_days: 61, windows: 1, wait_ms: 30_000 } })).json()
    expect(answer, JSON.stringify(answer).slice(0, 300)).toMatchObject({ state: 'done', size: 1656 })
    expect(answer.result).toEqual(JSON.parse(JSON.stringify(straight)))
  })
})
