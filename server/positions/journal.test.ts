import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Journal } from './journal.ts'
import { encodeRecords, type StoredFix } from './record.ts'

let base: string
beforeEach(() => { base = join(mkdtempSync(join(tmpdir(), 'journal-')), 'database') })
afterEach(() => rmSync(join(base, '..'), { recursive: true, force: true }))

const fixes = (first: number, count: number): StoredFix[] => Array.from({ length: count }, (_, i) =>
  ({ unitId: first + i, at: 1_000 * (first + i), longitude: 118, latitude: 24, heading: null, speedKmh: 3, accuracyMetres: null }))
const ids = (count: number, first = 1): number[] => Array.from({ length: count }, (_, i) => first + i)
const files = (): string[] => readdirSync(base, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.fixes'))

async function readAll(journal: Journal, release = true): Promise<number[]> {
  const read: number[] = []
  for (let batch; (batch = await journal.read(100));) {
    read.push(...batch.fixes.map(({ unitId }) => unitId))
    if (!release) break
    await journal.release(batch)
  }
  return read
}

/** As a process that was killed leaves it: nothing closed, its folder under the name of a process that is no more. */
const kill = (): void => renameSync(join(base, readdirSync(base)[0]!), join(base, '999999999-1-1'))

describe('the journal', () => {
  it('gives back in order what was kept, and leaves nothing on disk once all of it was released', async () => {
    const journal = new Journal(base)
    await Promise.all(ids(50).map(i => journal.append(encodeRecords(fixes(1 + (i - 1) * 10, 10)))))
    expect(journal.pending).toBe(500)
    expect(await readAll(journal)).toEqual(ids(500))
    expect(journal.pending).toBe(0)
    await journal.append(encodeRecords(fixes(501, 5)))
    expect(await readAll(journal)).toEqual(ids(5, 501))
    await journal.close()
    expect(readdirSync(base)).toEqual([])
  })

  it('gives the same again until it is released', async () => {
    const journal = new Journal(base)
    await journal.append(encodeRecords(fixes(1, 3)))
    expect(await readAll(journal, false)).toEqual([1, 2, 3])
    expect(await readAll(journal)).toEqual([1, 2, 3])
    await journal.close()
  })

  it('is closed and started anew when it is large, and what was written is deleted', async () => {
    const journal = new Journal(base)
    for (let i = 0; i < 13; i++) await journal.append(encodeRecords(fixes(1 + i * 10_000, 10_000)))
    expect(files().length).toBe(2)
    expect((await readAll(journal)).length).toBe(130_000)
    expect(files().length).toBe(1)
    await journal.append(encodeRecords(fixes(1, 1)))
    expect(await readAll(journal)).toEqual([1])
    await journal.close()
    expect(files()).toEqual([])
  })

  it('of a killed process is taken over by the next, without the part that it was just writing', async () => {
    const killed = new Journal(base)
    await killed.append(encodeRecords(fixes(1, 40)))
    appendFileSync(join(base, files()[0]!), Buffer.from('FIX1 half a group'))
    kill()
    const next = new Journal(base)
    await next.append(encodeRecords(fixes(41, 10)))
    expect(await next.adopt()).toBeGreaterThanOrEqual(40)
    expect((await readAll(next)).sort((a, b) => a - b)).toEqual(ids(50))
    expect(next.pending).toBe(0)
    await next.close()
    expect(readdirSync(base)).toEqual([])
  })

  it('that was closed with something in it is taken over, that of a running process is not', async () => {
    const first = new Journal(base), running = new Journal(base)
    await first.append(encodeRecords(fixes(1, 4)))
    await running.append(encodeRecords(fixes(5, 4)))
    await first.close()
    const next = new Journal(base)
    await next.adopt()
    expect(await readAll(next)).toEqual([1, 2, 3, 4])
    expect(await next.adopt()).toBe(0)
    expect(await readAll(running)).toEqual([5, 6, 7, 8])
    await Promise.all([next.close(), running.close()])
  })

  it('fails whoever waited when the disk fails, and goes on when it can', async () => {
    mkdirSync(base, { recursive: true })
    rmSync(base, { recursive: true })
    writeFileSync(base, 'a file where the folder should be')
    const journal = new Journal(base)
    const waiting = journal.append(encodeRecords(fixes(1, 1)))
    await expect(journal.settled()).rejects.toThrow()
    await expect(waiting).rejects.toThrow()
    rmSync(base)
    await journal.append(encodeRecords(fixes(2, 1)))
    expect(await readAll(journal)).toEqual([2])
    expect(existsSync(base)).toBe(true)
    await journal.close()
  })
})
