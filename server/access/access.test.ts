import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/app.ts'
import { hashPassword } from './passwords.ts'

let test: TestApp
beforeAll(async () => { test = await startTestApp() })
afterAll(() => test.stop())

async function account(name: string): Promise<void> {
  const hash = await hashPassword('right', { N: 1024, r: 8, p: 1 })
  await sql`INSERT INTO account (name, display_name, password_hash, roles) VALUES (${name}, ${name}, ${hash}, '{chief}')`.execute(test.database.db)
}
const signIn = (name: string, password: string, headers: Record<string, string> = {}) =>
  test.app.inject({ method: 'POST', url: '/api/session', payload: { name, password }, headers })
const cookieOf = (answer: { headers: Record<string, unknown> }) => String(answer.headers['set-cookie']).split(';')[0]!

describe('signing in', () => {
  it('sets a cookie that scripts can\'t read and other sites can\'t send', async () => {
    await account('cookie')
    const answer = await signIn('cookie', 'right')
    expect(answer.statusCode).toBe(204)
    expect(answer.headers['set-cookie']).toMatch(/HttpOnly/)
    expect(answer.headers['set-cookie']).toMatch(/SameSite=Strict/)
  })

  it('says the same for a wrong password and an unknown name', async () => {
    await account('known')
    const [wrong, unknown] = [await signIn('known', 'wrong'), await signIn('unknown', 'wrong')]
    expect(wrong.statusCode).toBe(401)
    expect(wrong.json().detail).toBe(unknown.json().detail)
  })

  it('locks after five failures, even for the right password, and says for how long', async () => {
    await account('locked')
    for (let i = 0; i < 5; i++) expect((await signIn('locked', 'wrong')).statusCode).toBe(401)
    const answer = await signIn('locked', 'right')
    expect(answer.statusCode).toBe(429)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(800)
  })

  it('is refused when another site sent the request', async () => {
    await account('forged')
    expect((await signIn('forged', 'right', { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
    expect((await signIn('forged', 'right', { origin: 'http://evil.example' })).statusCode).toBe(403)
    expect((await signIn('forged', 'right', { 'sec-fetch-site': 'same-origin' })).statusCode).toBe(204)
  })
})

describe('a session', () => {
  it('ends at once when it is signed out', async () => {
    await account('leaver')
    const cookie = cookieOf(await signIn('leaver', 'right'))
    expect((await test.app.inject({ url: '/api/session', headers: { cookie } })).statusCode).toBe(200)
    expect((await test.app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie } })).statusCode).toBe(204)
    await vi.waitFor(async () => expect((await test.app.inject({ url: '/api/session', headers: { cookie } })).statusCode).toBe(401), { timeout: 1000 })
  })

  it('ends at once when its account is disabled, and changes when its roles do', async () => {
    await account('changed')
    const cookie = cookieOf(await signIn('changed', 'right'))
    const ask = () => test.app.inject({ url: '/api/session', headers: { cookie } })
    expect((await ask()).json().account.roles).toEqual(['chief'])
    await sql`UPDATE account SET roles = '{wall}' WHERE name = 'changed'`.execute(test.database.db)
    await vi.waitFor(async () => expect((await ask()).json().account.roles).toEqual(['wall']), { timeout: 1000 })
    await sql`UPDATE account SET disabled = true WHERE name = 'changed'`.execute(test.database.db)
    await vi.waitFor(async () => expect((await ask()).statusCode).toBe(401), { timeout: 1000 })
  })

  it('is kept as a hash only', async () => {
    await account('hashed')
    const secret = cookieOf(await signIn('hashed', 'right')).split('=')[1]!
    const { rows } = await sql<{ text: string }>`SELECT session::text AS text FROM session`.execute(test.database.db)
    for (const { text } of rows) expect(text).not.toContain(secret)
  })
})

describe('a token', () => {
  it('opens the door as Bearer or as the password of Basic, until it is revoked', async () => {
    const ask = await test.as('analyst')
    const { id, token } = (await ask('/api/tokens', { method: 'POST', payload: { label: 'QGIS', days: 30 } })).json() as { id: string, token: string }
    const tried = async (authorization: string) => (await test.app.inject({ url: '/ogc', headers: { authorization } })).statusCode
    const basic = `Basic ${Buffer.from(`anyone:${token}`).toString('base64')}`
    expect(await tried(`Bearer ${token}`)).toBe(200)
    expect(await tried(basic)).toBe(200)
    expect(await tried('Bearer nonsense')).toBe(401)
    const other = await test.as('chief')
    expect((await other(`/api/tokens/${id}`, { method: 'DELETE' })).statusCode, 'somebody else\'s token').toBe(404)
    expect((await ask(`/api/tokens/${id}`, { method: 'DELETE' })).statusCode).toBe(204)
    await vi.waitFor(async () => expect(await tried(basic)).toBe(401), { timeout: 1000 })
  })
})

describe('every answer', () => {
  it('names the request as the log does, and keeps a proxy\'s name for it', async () => {
    expect((await test.app.inject('/health')).headers['x-request-id']).toMatch(/^[\da-f-]{36}$/)
    expect((await test.app.inject({ url: '/nothing', headers: { 'x-request-id': 'proxy-7' } })).headers['x-request-id']).toBe('proxy-7')
  })
  it('carries a content policy that lets nothing in from elsewhere', async () => {
    const policy = String((await test.app.inject('/health')).headers['content-security-policy'])
    expect(policy).toContain('default-src \'self\'')
    expect(policy).toContain('script-src \'self\'')
    expect(policy).not.toMatch(/script-src[^;]*unsafe|https?:|\*/)
  })
  it('to nonsense is a problem document, never a stack trace', async () => {
    const ask = await test.as('chief')
    for (const [url, options] of [['/nothing'], ['/api/area', { method: 'POST', payload: { layers: [] } }], ['/api/area', { method: 'POST', payload: '{', headers: { 'content-type': 'application/json' } }],
      ['/search?q=%00%00'], ['/search?q=' + '长'.repeat(200)], ['/cells/incidents?res=7&bbox=200,0,210,10'], ['/api/records/incidents/999999999'], ['/api/records/incidents/1%27--'],
      ['/api/addresses/0/everything'], ['/tiles/incidents/14/1.5/2.mvt'], ['/ogc/collections/incidents/items?datetime=2026-13-45'], ['/cells/incidents?res=7&from=2026-05-01&to=2026-04-01']] as const) {
      const answer = await ask(url, options as never)
      expect(answer.statusCode, url).toBeGreaterThanOrEqual(400)
      expect(answer.statusCode, `${url} ${answer.body}`).toBeLessThan(500)
      expect(answer.headers['content-type'], url).toContain('application/problem+json')
      expect(answer.body).not.toMatch(/node_modules|\.ts:|SELECT/)
    }
  })
})
