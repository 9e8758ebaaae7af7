import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { localParts } from '../../layers/time.ts'
import { audit } from '../access/audit.ts'
import { requirePower } from '../access/powers.ts'
import type { SignedIn } from '../access/sessions.ts'
import { methodOf } from '../analysis/methods/index.ts'
import { answerOf } from '../analysis/routes.ts'
import type { Method } from '../analysis/method.ts'
import type { App } from '../app-types.ts'
import { Conflict } from '../errors.ts'
import { readInteger } from '../query.ts'
import type { Services } from '../services.ts'
import { toCsv, toGeoJson } from './export.ts'
import { readReport } from './report.ts'
import { tableOf } from './table.ts'

const tags = ['reports'], params = Type.Object({ id: Type.String() })
const formats = { csv: 'text/csv; charset=utf-8', geojson: 'application/geo+json' } as const
type Format = keyof typeof formats

interface Exported { subject: string, file: string, what: string, method: Pick<Method, 'id' | 'title' | 'shows'>, result: object, as_of: string, revision: number }

/** What a run or a report found, as a file: with a watermark, and in the audit log. */
export function exportRoutes(app: App, services: Services): void {
  for (const format of Object.keys(formats) as Format[]) {
    const schema = { tags, params, response: { 200: Type.String({ description: `${formats[format]}, who exported it when from where at its head` }) }, produces: [formats[format]] }
    app.get(`/api/reports/:id.${format}`, { schema: { ...schema, summary: `A report's result as ${format === 'csv' ? 'CSV' : 'GeoJSON'}` } }, async ({ params, signedIn, protocol, host }, reply) => {
      requirePower(signedIn, 'analyse')
      const id = readInteger((params as { id: string }).id, '/path/id', 1, Number.MAX_SAFE_INTEGER), report = await readReport(services.db, id)
      return send(services, signedIn, reply, format, `${protocol}://${host}`, { ...report, subject: `reports/${id}`, file: `report-${id}`, what: report.title })
    })
    app.get(`/api/analysis/runs/:id.${format}`, { schema: { ...schema, summary: `A finished run's result as ${format === 'csv' ? 'CSV' : 'GeoJSON'}` } }, async ({ params, signedIn, protocol, host }, reply) => {
      requirePower(signedIn, 'analyse')
      const run = services.analysis.engine.runs.own((params as { id: string }).id, signedIn.account.id), answer = answerOf(run)
      if (answer.state !== 'done' || !('result' in answer)) throw new Conflict({ zh: '分析尚无结果，无法导出', en: `this run has no result to export; it is: ${answer.state}` })
      const method = methodOf(answer.method)
      if (!method) throw new Conflict({ zh: '回测结果不是表格，无法导出', en: 'a judgement is no table and can\'t be exported' })
      const { result, as_of, revision } = answer
      return send(services, signedIn, reply, format, `${protocol}://${host}`, { subject: `analysis run/${run.id}`, file: `${method.id}-${as_of.slice(0, 10)}`, what: method.title.zh, method, result, as_of, revision })
    })
  }
}

async function send(services: Services, { account }: SignedIn, reply: FastifyReply, format: Format, server: string, exported: Exported): Promise<FastifyReply> {
  const { subject, file, what, method, result, as_of, revision } = exported, table = tableOf(method, result), { places } = table
  if (format === 'geojson' && !places) throw new Conflict({ zh: `“${method.title.zh}”没有空间结果，请导出 CSV`, en: `"${method.title.en}" has no places: export it as CSV` })
  const { timeZone } = await services.vocabulary()
  const watermark = { who: `${account.display_name} (${account.name})`, when: `${localParts(new Date(), timeZone).join(' ')} ${timeZone}`, server, what, as_of, revision }
  const body = format === 'csv' ? toCsv(table, watermark) : toGeoJson({ ...table, places: places! }, watermark)
  // Before anything leaves: what isn't in the log doesn't go out.
  await audit(services.db, { accountId: account.id, action: 'exported', subject, detail: { format, rows: table.rows.length, method: method.id } })
  return reply.type(formats[format]).header('content-disposition', `attachment; filename="${file}.${format}"`).header('cache-control', 'no-store').serializer((text: unknown) => text as string).send(body)
}
