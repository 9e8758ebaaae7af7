import { sql } from 'kysely'
import { Type, type Static } from 'typebox'
import { audit } from '../access/audit.ts'
import { requirePower } from '../access/powers.ts'
import type { App } from '../app-types.ts'
import { BadInput, Conflict, NotFound } from '../errors.ts'
import { readInteger } from '../query.ts'
import type { Services } from '../services.ts'

const department = Type.Object({
  id: Type.Integer(), code: Type.String(), name: Type.String(), name_en: Type.String(), type_prefixes: Type.Array(Type.String()), active: Type.Boolean(),
  has_url: Type.Boolean(), answer_hours: Type.Integer(),
})
type Department = Static<typeof department>

const name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' })
const settable = {
  name, name_en: name, type_prefixes: Type.Array(Type.String({ pattern: '^([0-9]{2}){1,3}$' }), { maxItems: 200 }), active: Type.Boolean(),
  answer_hours: Type.Integer({ minimum: 1, maximum: 720 }),
  url: Type.Union([Type.String({ maxLength: 500 }), Type.Null()], { description: 'where hand-overs are posted; null: by hand' }),
  secret: Type.String({ minLength: 16, maxLength: 200, description: 'signs both directions; never given out again' }),
}
const code = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{1,39}$', description: 'part of the hook\'s address: /hooks/departments/{code}' })
const columns = sql`id, code, name, name_en, type_prefixes, active, url IS NOT NULL AS has_url, answer_hours`

/** Other departments: who they are and how they are reached. */
export function departmentRoutes(app: App, { db }: Services): void {
  app.get('/api/departments', { schema: { tags: ['hand-over'], summary: 'Departments that incidents can be handed to', response: { 200: Type.Array(department) } } },
    async () => (await sql<Department>`SELECT ${columns} FROM department ORDER BY active DESC, id`.execute(db)).rows)

  app.post('/api/departments', {
    schema: {
      tags: ['hand-over'], summary: 'Add a department',
      body: Type.Object({
        code, name: settable.name, name_en: settable.name_en, type_prefixes: Type.Optional(settable.type_prefixes), answer_hours: Type.Optional(settable.answer_hours),
        url: Type.Optional(settable.url), secret: Type.Optional(settable.secret),
      }, { additionalProperties: false }),
      response: { 201: department },
    },
  }, async ({ body, signedIn }, reply) => {
    requirePower(signedIn, 'departments')
    checkUrl(body.url, body.secret !== undefined)
    const made = await db.transaction().execute(async transaction => {
      const { rows: [row] } = await sql<Department>`
        INSERT INTO department (code, name, name_en, type_prefixes, answer_hours, url, secret)
        VALUES (${body.code}, ${body.name}, ${body.name_en}, ${body.type_prefixes ?? []}::text[], ${body.answer_hours ?? 24}, ${body.url ?? null}, ${body.secret ?? null})
        ON CONFLICT (code) DO NOTHING RETURNING ${columns}`.execute(transaction)
      if (!row) throw new Conflict({ zh: `编码为“${body.code}”的部门已存在`, en: `there is a department with the code "${body.code}" already` })
      await audit(transaction, { accountId: signedIn.account.id, action: 'department made', subject: `departments/${row.id}`, detail: { code: row.code, has_url: row.has_url } })
      return row
    })
    return reply.code(201).send(made)
  })

  app.patch('/api/departments/:id', {
    schema: {
      tags: ['hand-over'], summary: 'Change a department', params: Type.Object({ id: Type.String() }),
      body: Type.Object({
        name: Type.Optional(settable.name), name_en: Type.Optional(settable.name_en), type_prefixes: Type.Optional(settable.type_prefixes), active: Type.Optional(settable.active),
        answer_hours: Type.Optional(settable.answer_hours), url: Type.Optional(settable.url), secret: Type.Optional(settable.secret),
      }, { additionalProperties: false, minProperties: 1 }),
      response: { 200: department },
    },
  }, async ({ params, body, signedIn }) => {
    requirePower(signedIn, 'departments')
    const id = readInteger(params.id, '/path/id', 1, 2 ** 31 - 1)
    return db.transaction().execute(async transaction => {
      const { rows: [before] } = await sql<{ has_secret: boolean }>`SELECT secret IS NOT NULL AS has_secret FROM department WHERE id = ${id} FOR UPDATE`.execute(transaction)
      if (!before) throw new NotFound('department', id)
      checkUrl(body.url, body.secret !== undefined || before.has_secret)
      const changes = Object.entries(body).map(([column, value]) => sql`${sql.ref(column)} = ${column === 'type_prefixes' ? sql`${value}::text[]` : value}`)
      const { rows: [row] } = await sql<Department>`UPDATE department SET ${sql.join(changes)} WHERE id = ${id} RETURNING ${columns}`.execute(transaction)
      await audit(transaction, { accountId: signedIn.account.id, action: 'department changed', subject: `departments/${id}`, detail: { changed: Object.keys(body) } })
      return row!
    })
  })
}

/** @throws {BadInput} for an address that isn't http(s), carries a password, or would be sent to unsigned */
function checkUrl(url: string | null | undefined, hasSecret: boolean): void {
  if (url == null) return
  const fail = (detail: string): never => { throw new BadInput({ pointer: '/body/url', value: url, detail }) }
  const parsed = URL.canParse(url) ? new URL(url) : fail('must be a URL such as https://department.example/hooks/police')
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') fail('must begin with https:// or http://')
  if (parsed.username || parsed.password) fail('must not hold a password: messages are signed')
  if (!hasSecret) fail('needs a secret to sign with: send one along')
}
