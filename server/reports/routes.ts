import { Type } from 'typebox'
import { audit } from '../access/audit.ts'
import { requirePower } from '../access/powers.ts'
import type { App } from '../app-types.ts'
import { readOptionalText, readText } from '../desk/free-text.ts'
import { readInteger } from '../query.ts'
import type { Services } from '../services.ts'
import { rowId } from '../shapes.ts'
import { transact } from '../transact.ts'
import { freezeReport, listReports, readReport, type ReportContent, type ReportHead } from './report.ts'

const tags = ['reports'], params = Type.Object({ id: Type.String() }), free = Type.Object({}, { additionalProperties: true })
const headFields = { id: Type.Integer(), title: Type.String(), language: Type.Unsafe<'zh' | 'en'>(Type.String()), author: Type.String(), created_at: Type.String({ format: 'date-time' }) }

/** `/api/reports`: analyses written up, each frozen as it stood. For those who analyse. */
export function reportRoutes(app: App, services: Services): void {
  const { db } = services
  app.post('/api/reports', {
    schema: {
      tags, summary: 'Save a finished run as a report', description: 'Question, selection, result, figures, limits and zones are frozen as they are now.',
      body: Type.Object({
        title: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }), question: Type.Unsafe<object>(free), conclusions: Type.Optional(Type.String({ maxLength: 5000 })),
        run_id: Type.String({ minLength: 1, maxLength: 100 }), zone_ids: Type.Optional(Type.Array(rowId(), { maxItems: 50, uniqueItems: true })),
        clock_run_id: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'a run of the method clock over the same selection' })), judgement_run_id: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
        parts: Type.Optional(Type.Array(Type.String({ maxLength: 20 }), { maxItems: 20, description: 'what the page shows, by its own names' })),
        language: Type.Unsafe<'zh' | 'en'>(Type.Union([Type.Literal('zh'), Type.Literal('en')])),
      }, { additionalProperties: false }),
      response: { 201: Type.Object({ id: Type.Integer() }) },
    },
  }, async ({ body, signedIn }, reply) => {
    requirePower(signedIn, 'analyse')
    const title = readText(body.title, '/body/title'), conclusions = readOptionalText(body.conclusions, '/body/conclusions')
    const { title: _, language, ...asked } = body
    const content = await freezeReport(services, signedIn, { ...asked, conclusions, zone_ids: body.zone_ids ?? [] })
    const id = await transact(db, async transaction => {
      const { account } = signedIn
      const { id } = await transaction.insertInto('report').values({ title, language, method: content.method.id, author_id: account.id, author: account.display_name, content: JSON.stringify(content) })
        .returning('id').executeTakeFirstOrThrow() as { id: number }
      await audit(transaction, { accountId: account.id, action: 'report saved', subject: `reports/${id}`, detail: { title, method: content.method.id } })
      return id
    })
    return reply.code(201).send({ id })
  })

  app.get('/api/reports', {
    schema: {
      tags, summary: 'Reports, newest first', querystring: Type.Object({ limit: Type.Optional(Type.String()), before: Type.Optional(Type.String({ description: 'the last answer\'s `next`' })) }, { additionalProperties: false }),
      response: { 200: Type.Object({ reports: Type.Array(Type.Object({ ...headFields, method: Type.String() })), next: Type.Union([Type.Integer(), Type.Null()]) }) },
    },
  }, async ({ query, signedIn }) => {
    requirePower(signedIn, 'analyse')
    const limit = query.limit === undefined ? 50 : readInteger(query.limit, '/query/limit', 1, 200)
    const reports = await listReports(db, limit + 1, query.before === undefined ? undefined : readInteger(query.before, '/query/before', 1, Number.MAX_SAFE_INTEGER))
    return { reports: reports.slice(0, limit), next: reports.length > limit ? reports[limit - 1]!.id : null }
  })

  app.get('/api/reports/:id', {
    schema: { tags, summary: 'A report whole', params, response: { 200: Type.Unsafe<ReportHead & ReportContent>(Type.Object(headFields, { additionalProperties: true })) } },
  }, async ({ params, signedIn }) => {
    requirePower(signedIn, 'analyse')
    return readReport(db, readInteger(params.id, '/path/id', 1, Number.MAX_SAFE_INTEGER))
  })
}
