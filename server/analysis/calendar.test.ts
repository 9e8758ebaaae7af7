import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type Asker, type TestApp } from '../../tests/app.ts'

let test: TestApp, administrator: Asker, analyst: Asker
beforeAll(async () => {
  test = await startTestApp()
  ;[administrator, analyst] = [await test.as('administrator'), await test.as('analyst')]
})
afterAll(() => test.stop())

const size = async (selection: object) => (await analyst('/api/analysis/size', { method: 'POST', payload: { selection: { from: '2026-11-09', to: '2026-11-16', ...selection } } })).json().size as number
const put = (asker: Asker, url: string, payload: object) => asker(url, { method: 'PUT', payload })

describe('the calendar', () => {
  it('is kept by administrators, and a day\'s kind follows it at once', async () => {
    const [workdays, wednesday] = [await size({ days: ['workday'] }), await size({ from: '2026-11-11', to: '2026-11-12' })]
    expect((await put(administrator, '/api/holidays/2026-11-11', { name: '校庆', name_en: 'Anniversary', kind: 'holiday' })).statusCode).toBe(204)
    expect(await size({ days: ['workday'] })).toBe(workdays - wednesday)
    expect(await size({ days: ['holiday'] })).toBe(wednesday)
    expect((await administrator('/api/holidays/2026-11-11', { method: 'DELETE' })).statusCode).toBe(204)
    expect(await size({ days: ['workday'] })).toBe(workdays)
    expect((await administrator('/api/holidays/2026-11-11', { method: 'DELETE' })).statusCode).toBe(404)
    expect((await put(analyst, '/api/holidays/2026-11-11', { name: 'x', name_en: 'x', kind: 'holiday' })).statusCode).toBe(403)
    expect((await put(administrator, '/api/holidays/2026-02-30', { name: 'x', name_en: 'x', kind: 'holiday' })).json()).toMatchObject({ status: 400, errors: [{ pointer: '/path/day' }] })
  })

  it('has shifts of the city\'s own', async () => {
    const label = { zh: '夜巡', en: 'Night patrol' }
    expect((await put(administrator, '/api/shifts', { shifts: [{ id: 'patrol', label, hours: [22, 23, 0, 1] }] })).statusCode).toBe(204)
    expect((await analyst('/api/analysis/vocabulary')).json().shifts).toEqual([{ id: 'patrol', label, hours: [22, 23, 0, 1] }])
    const hours = Array.from({ length: 168 }, (_, hour) => hour).filter(hour => [22, 23, 0, 1].includes(hour % 24))
    expect(await size({ shifts: ['patrol'] })).toBe(await size({ hours }))
    expect((await put(administrator, '/api/shifts', { shifts: [{ id: 'a', label, hours: [1] }, { id: 'a', label, hours: [2] }] })).json()).toMatchObject({ status: 400, errors: [{ pointer: '/body/shifts' }] })
    expect((await put(analyst, '/api/shifts', { shifts: [] })).statusCode).toBeGreaterThanOrEqual(400)
  })
})
