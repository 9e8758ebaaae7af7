import { expect, it } from 'vitest'
import { ApiProblem } from '../api.ts'
import { FixQueue, isNews, keptMilliseconds, metresBetween, type Fix } from './fixes.ts'
import { mapTable } from './map-table.test-help.ts'

const at = (seconds: number, latitude = 24.48): Fix => ({ at: 1_000_000_000_000 + seconds * 1_000, longitude: 118.1, latitude })

it('takes a fix that moved or came after a while, and no other', () => {
  expect(isNews(at(0), undefined)).toBe(true)
  expect(isNews(at(3), at(0))).toBe(false)
  expect(isNews(at(15), at(0))).toBe(true)
  expect(isNews(at(3, 24.4802), at(0))).toBe(true)
  expect(isNews(at(1, 24.4802), at(0))).toBe(false)
})

it('measures a minute of latitude as a sea mile', () => {
  expect(metresBetween({ longitude: 118, latitude: 24 }, { longitude: 118, latitude: 24 + 1 / 60 })).toBeCloseTo(1853, 0)
})

it('holds two hours of positions at most, the newest', async () => {
  const rows = new Map<number | string, Fix>()
  const queue = new FixQueue(mapTable(rows), async () => { throw new ApiProblem({ type: '', title: '', status: 0 }) })
  for (let second = 0; second <= 3 * 3600; second += 60) await queue.add(at(second))
  expect(await queue.flush()).toBe(false)
  expect(queue.waiting).toBe(121)
  expect(Math.min(...[...rows.values()].map(fix => fix.at))).toBe(at(3 * 3600).at - keptMilliseconds)
})

it('sends oldest first, keeps what was not answered, and drops what the server will not have', async () => {
  const sent: number[] = []
  let status = 0
  const rows = new Map<number | string, Fix>()
  const queue = new FixQueue(mapTable(rows), async fixes => {
    if (status) throw new ApiProblem({ type: '', title: '', status })
    sent.push(...fixes.map(fix => fix.at))
  })
  status = 503
  await queue.add(at(0)); await queue.add(at(60))
  expect([await queue.flush(), queue.waiting]).toEqual([false, 2])
  status = 0
  expect([await queue.flush(), queue.waiting, rows.size]).toEqual([true, 0, 0])
  expect(sent).toEqual([at(0).at, at(60).at])
  status = 409
  await queue.add(at(120))
  expect([await queue.flush(), rows.size]).toEqual([true, 0])
})
