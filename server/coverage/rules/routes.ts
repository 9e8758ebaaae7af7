import { sql } from 'kysely'
import { Type, type Static } from 'typebox'
import { audit } from '../../access/audit.ts'
import { requirePower } from '../../access/powers.ts'
import type { App } from '../../app-types.ts'
import type { Database } from '../../database.ts'
import { BadInput, Conflict, NotFound, type Fault } from '../../errors.ts'
import { readInteger } from '../../query.ts'
import type { Services } from '../../services.ts'
import { readResponseRules, sendableKinds, type ResponseRule } from './rule.ts'

const tied = Type.Unsafe<'force' | 'place'>(Type.Union([Type.Literal('force'), Type.Literal('place')]))
const fields = {
  code: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,39}$' }), name: Type.String({ minLength: 1, maxLength: 60 }), name_en: Type.String({ minLength: 1, maxLength: 80 }),
  minutes: Type.Number({ exclusiveMinimum: 0, maximum: 120 }), tied_to: tied,
}
const body = Type.Object({
  ...fields,
  unit_kinds: Type.Optional(Type.Array(Type.String(), { maxItems: 10, uniqueItems: true })), place_categories: Type.Optional(Type.Array(Type.String(), { maxItems: 50, uniqueItems: true })),
  division_ids: Type.Optional(Type.Array(Type.Integer(), { maxItems: 200, uniqueItems: true })), void_alert_minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 1440 })),
  enabled: Type.Optional(Type.Boolean()), sort: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })),
}, { additionalProperties: false })
type Body = Static<typeof body>
export const responseRule = Type.Object({
  id: Type.Integer(), ...fields, unit_kinds: Type.Array(Type.String()), place_categories: Type.Array(Type.String()), division_ids: Type.Array(Type.Integer()),
  void_alert_minutes: Type.Integer(), enabled: Type.Boolean(), sort: Type.Integer(),
})
const params = Type.Object({ id: Type.String() })
const tags = ['coverage']

/** `/api/response-rules`: response circles as data. Everybody reads them, chiefs and administrators write them, audited. */
export function responseRuleRoutes(app: App, { db }: Services): void {
  app.get('/api/response-rules', { schema: { tags, summary: 'Response circles', response: { 200: Type.Object({ rules: Type.Array(responseRule) }) } } },
    async () => ({ rules: await readResponseRules(db) }))

  app.post('/api/response-rules', { schema: { tags, summary: 'Make a response circle', body, response: { 201: responseRule } } }, async ({ body, signedIn }, reply) => {
    requirePower(signedIn, 'rules')
    await check(db, body)
    const rule = await written(db, async transaction => {
      const { id } = await transaction.insertInto('response_rule').values(columns(body)).returning('id').executeTakeFirstOrThrow()
      await audit(transaction, { accountId: signedIn.account.id, action: 'response rule made', subject: `response_rule/${id}`, detail: body })
      return id as number
    })
    return reply.code(201).send(rule)
  })

  app.put('/api/response-rules/:id', { schema: { tags, summary: 'Write a response circle whole', params, body, response: { 200: responseRule } } }, async ({ params, body, signedIn }) => {
    requirePower(signedIn, 'rules')
    const id = readInteger(params.id, '/path/id', 1, 2 ** 31 - 1)
    await check(db, body)
    return written(db, async transaction => {
      const { numUpdatedRows } = await transaction.updateTable('response_rule').set({ ...columns(body), updated_at: sql`now()` }).where('id', '=', id).executeTakeFirst()
      if (!numUpdatedRows) throw new NotFound('response rule', id)
      await audit(transaction, { accountId: signedIn.account.id, action: 'response rule changed', subject: `response_rule/${id}`, detail: body })
      return id
    })
  })

  app.delete('/api/response-rules/:id', { schema: { tags, summary: 'Remove a response circle and its voids', params, response: { 204: Type.Null() } } }, async ({ params, signedIn }, reply) => {
    requirePower(signedIn, 'rules')
    const id = readInteger(params.id, '/path/id', 1, 2 ** 31 - 1)
    await db.transaction().execute(async transaction => {
      const { numDeletedRows } = await transaction.deleteFrom('response_rule').where('id', '=', id).executeTakeFirst()
      if (!numDeletedRows) throw new NotFound('response rule', id)
      await audit(transaction, { accountId: signedIn.account.id, action: 'response rule removed', subject: `response_rule/${id}` })
      await announce(transaction)
    })
    return reply.code(204).send(null)
  })
}

const columns = (rule: Body) => ({
  code: rule.code, name: rule.name, name_en: rule.name_en, minutes: rule.minutes, tied_to: rule.tied_to, unit_kinds: rule.unit_kinds ?? [],
  place_categories: rule.tied_to === 'place' ? rule.place_categories ?? [] : [], division_ids: rule.division_ids ?? [],
  void_alert_minutes: rule.void_alert_minutes ?? 10, enabled: rule.enabled ?? true, sort: rule.sort ?? 0,
})

const announce = (transaction: Database) => sql`SELECT announce_live('settings', NULL, '{"what":"response_rules"}')`.execute(transaction)

async function written(db: Database, work: (transaction: Database) => Promise<number>): Promise<ResponseRule> {
  const id = await db.transaction().execute(async transaction => {
    const id = await work(transaction)
    await announce(transaction)
    return id
  }).catch((error: unknown) => {
    if ((error as { code?: string }).code === '23505') throw new Conflict('another response circle has this code')
    throw error
  })
  return (await readResponseRules(db)).find(rule => rule.id === id)!
}

/** @throws {BadInput} naming every field that is wrong */
async function check(db: Database, rule: Body): Promise<void> {
  const faults: Fault[] = []
  const unknownKinds = (rule.unit_kinds ?? []).filter(kind => !sendableKinds.includes(kind))
  if (unknownKinds.length) faults.push({ pointer: '/body/unit_kinds', value: unknownKinds, detail: `must be among ${sendableKinds.join(', ')}` })
  if (rule.tied_to === 'place' && !rule.place_categories?.length) faults.push({ pointer: '/body/place_categories', value: rule.place_categories, detail: 'a circle that is tied to places must name their categories' })
  const { rows: [known] } = await sql<{ categories: string[], divisions: number[] }>`
    SELECT array(SELECT c FROM unnest(${rule.place_categories ?? []}::text[]) c WHERE NOT EXISTS (SELECT 1 FROM place_category p WHERE p.code = c)) AS categories,
           array(SELECT i FROM unnest(${rule.division_ids ?? []}::integer[]) i WHERE NOT EXISTS (SELECT 1 FROM division d WHERE d.id = i)) AS divisions`.execute(db)
  if (known!.categories.length) faults.push({ pointer: '/body/place_categories', value: known!.categories, detail: 'these are no categories of the dictionary' })
  if (known!.divisions.length) faults.push({ pointer: '/body/division_ids', value: known!.divisions, detail: 'there are no such divisions' })
  if (faults.length) throw new BadInput(...faults)
}
