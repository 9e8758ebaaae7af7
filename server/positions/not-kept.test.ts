import { sql } from 'kysely'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { startTestApp } from '../../tests/app.ts'
import { requireFolder } from './journal-folder.ts'

it('a disk that won\'t have positions is no acknowledgement: sent again they count as new', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'not-kept-'))
  const test = await startTestApp({ journalFolder: folder })
  onTestFinished(async () => {
    await test.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  const { rows: [row] } = await sql<{ id: string }>`SELECT value #>> '{}' AS id FROM setting WHERE key = 'database_id'`.execute(test.database.db)
  const blocked = join(folder, row!.id)
  writeFileSync(blocked, 'a file where the journal\'s folder should be')
  const unit = [...test.services.units.all()].find(({ fix }) => fix)!, before = { ...unit.fix! }
  const fixes = [2, 1].map(ago => ({ unit: unit.id, at: Date.now() - ago * 1000, longitude: before.longitude, latitude: before.latitude }))
  const { key } = (await (await test.as('administrator'))('/api/gateways', { method: 'POST', payload: { name: 'test' } })).json() as { key: string }
  const send = () => test.app.inject({ method: 'POST', url: '/api/positions', headers: { 'x-api-key': key }, payload: { fixes } })

  const [refused, repeated] = await Promise.all([send(), send()])
  for (const answer of [refused, repeated]) expect(answer).toMatchObject({ statusCode: 503, headers: { 'retry-after': '5' } })
  expect(refused.json()).toMatchObject({ title: 'Not kept' })
  expect(unit.fix).toEqual(before)

  rmSync(blocked)
  expect((await send()).json()).toMatchObject({ accepted: 2, duplicate: 0 })
  expect((await send()).json()).toMatchObject({ accepted: 0, duplicate: 2 })
  await vi.waitFor(async () => expect((await sql`SELECT 1 FROM unit_track WHERE unit_id = ${unit.id}`.execute(test.database.db)).rows).toHaveLength(2), { timeout: 5_000 })
})

it('a folder that can\'t be one is said at the start', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'not-kept-')), 'file')
  writeFileSync(file, '')
  onTestFinished(() => rmSync(join(file, '..'), { recursive: true, force: true }))
  await expect(requireFolder(join(file, 'journal'))).rejects.toThrow(/JOURNAL_FOLDER is .* can be written to/)
})
