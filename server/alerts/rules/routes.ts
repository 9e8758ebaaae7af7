import { sql } from 'kysely'
import { Type } from 'typebox'
import { audit } from '../../access/audit.ts'
import { requirePower } from '../../access/powers.ts'
import type { App } from '../../app-types.ts'
import type { Database } from '../../database.ts'
import type { Services } from '../../services.ts'
import { readInteger } from '../../query.ts'
import { alertKinds, readRules, type Area, type AlertKind } from './rule.ts'
import { checkRule, ruleBody } from './validate.ts'
import { deleteRule, insertRule, replaceRule } from './write.ts'

const nullable = (type: ReturnType<typeof Type.Integer>) => Type.Union([type, Type.Null()])
const ruleAnswer = Type.Object({
  id: Type.Integer(), name: Type.String(), name_en: Type.String(), kind: Type.Unsafe<AlertKind>(Type.Union(alertKinds.map(kind => Type.Literal(kind)))),
  type_prefixes: Type.Array(Type.String()), division_id: nullable(Type.Integer()), area: Type.Unsafe<Area | null>(Type.Union([Type.Object({}, { additionalProperties: true }), Type.Null()])),
  from_hour: nullable(Type.Integer()), to_hour: nullable(Type.Integer()), weekdays: Type.Array(Type.Integer()), threshold: nullable(Type.Integer()),
  window_minutes: nullable(Type.Integer()), quiet_minutes: Type.Integer(), escalate_minutes: nullable(Type.Integer()),
  grade: Type.Integer(), sound: Type.Boolean(), enabled: Type.Boolean(),
})
const params = Type.Object({ id: Type.String() })
const tags = ['alerts']

/** `/api/alert-rules`: what raises its hand, as data. Everybody reads them, chiefs and administrators write them; every change is audited. */
export function alertRuleRoutes(app: App, services: Services): void {
  const { db } = services
  app.get('/api/alert-rules', { schema: { tags, summary: 'Rules of alerts', response: { 200: Type.Object({ rules: Type.Array(ruleAnswer) }) } } },
    async () => ({ rules: await readRules(db) }))

  app.post('/api/alert-rules', { schema: { tags, summary: 'Make a rule', body: ruleBody, response: { 201: ruleAnswer } } }, async ({ body, signedIn }, reply) => {
    requirePower(signedIn, 'rules')
    await checkRule(db, body)
    const rule = await changed(db, async transaction => {
      const made = await insertRule(transaction, body, signedIn.account.id)
      await audit(transaction, { accountId: signedIn.account.id, action: 'alert rule made', subject: `alert_rule/${made.id}`, detail: body })
      return made
    })
    return reply.code(201).send(rule)
  })

  app.put('/api/alert-rules/:id', { schema: { tags, summary: 'Write a rule whole', params, body: ruleBody, response: { 200: ruleAnswer } } }, async ({ params, body, signedIn }) => {
    requirePower(signedIn, 'rules')
    const id = readInteger(params.id, '/path/id', 1, 2 ** 31 - 1)
    await checkRule(db, body)
    return changed(db, async transaction => {
      const rule = await replaceRule(transaction, id, body, signedIn.account.id)
      await audit(transaction, { accountId: signedIn.account.id, action: 'alert rule changed', subject: `alert_rule/${id}`, detail: body })
      return rule
    })
  })

  app.delete('/api/alert-rules/:id', { schema: { tags, summary: 'Remove a rule; its open alerts end', params, response: { 204: Type.Null() } } }, async ({ params, signedIn }, reply) => {
    requirePower(signedIn, 'rules')
    const id = readInteger(params.id, '/path/id', 1, 2 ** 31 - 1)
    await changed(db, async transaction => {
      await deleteRule(transaction, id)
      await audit(transaction, { accountId: signedIn.account.id, action: 'alert rule removed', subject: `alert_rule/${id}` })
    })
    return reply.code(204).send(null)
  })
}

/** A change of rules, in one transaction with its announcement: the evaluating process looks at once. */
const changed = <T>(db: Database, work: (transaction: Database) => Promise<T>): Promise<T> => db.transaction().execute(async transaction => {
  const result = await work(transaction)
  await sql`SELECT announce_live('settings', NULL, '{"what":"alert_rules"}')`.execute(transaction)
  return result
})
