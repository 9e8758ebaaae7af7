import { Type } from 'typebox'
import type { SignedIn } from '../access/sessions.ts'
import { requirePower } from '../access/powers.ts'
import type { App } from '../app-types.ts'
import type { Services } from '../services.ts'
import { leftOutOf, leftOutShape } from './left-out.ts'
import { readQuestion, selectionSchema, type Selection } from './selection.ts'
import { readHolidays, readShifts, readSpan, vocabularyShape } from './vocabulary.ts'

const body = Type.Object({ selection: selectionSchema }, { additionalProperties: false })

/** What a selection can be made of, how much one holds, and its incidents as columns. */
export function selectionRoutes(app: App, services: Services): void {
  const { db, analysis } = services

  app.get('/api/analysis/vocabulary', {
    schema: { tags: ['analysis'], summary: 'Shifts, holidays and the span of the data', response: { 200: vocabularyShape } },
  }, async ({ signedIn }) => {
    requirePower(signedIn, 'analyse')
    const [shifts, holidays, span] = await Promise.all([readShifts(db), readHolidays(db), readSpan(db, services.open('incidents', signedIn))])
    return { shifts, holidays, span }
  })

  app.post('/api/analysis/size', {
    schema: {
      tags: ['analysis'], summary: 'How many incidents a selection holds, and what it leaves out', body,
      response: { 200: Type.Object({ size: Type.Integer(), size_before: Type.Integer({ description: 'in the window of equal length before' }), left_out: leftOutShape, as_of: Type.String({ format: 'date-time' }), revision: Type.Integer() }) },
    },
  }, async ({ body: { selection }, signedIn }) => {
    const { columns, question } = await ask(services, signedIn, selection)
    const { size, before, leftOut } = await analysis.quick.size({ columns, question })
    return { size, size_before: before, left_out: leftOutOf(leftOut), as_of: new Date(columns.asOf).toISOString(), revision: columns.revision }
  })

  app.post('/api/analysis/columns', {
    schema: {
      tags: ['analysis'], summary: 'The incidents of a selection as binary columns', body, produces: ['application/octet-stream'],
      description: 'Little-endian: uint32 length of the header; the header in JSON (rows, revision, as_of, left_out, origin, first_day, codes, stations, columns); padding to 8 bytes; the columns, each on a multiple of 8 bytes, `offset` bytes after the padded header, `length` numbers of `type`. east and north are degrees from origin; minute is of the local wall clock since 1970; day counts from first_day; hour_of_week is 255 where the hour isn\'t known; station is 65535 for none; channel and status are places in the layer\'s choices, from 1.',
    },
  }, async ({ body: { selection }, signedIn }, reply) => {
    const { columns, question } = await ask(services, signedIn, selection)
    const { stations } = (await services.vocabulary()).dictionaries
    const bytes = await analysis.quick.columns({ columns, question, stations: stations.map(({ id, name }) => ({ id, name })) })
    return reply.type('application/octet-stream').header('cache-control', 'private, no-store').send(Buffer.from(bytes))
  })
}

/** @throws {Forbidden} {BadInput} */
async function ask(services: Services, signedIn: SignedIn, selection: Selection) {
  requirePower(signedIn, 'analyse')
  const source = services.open('incidents', signedIn), { timeZone } = await services.vocabulary()
  const question = await readQuestion(services.db, source.layer, selection, timeZone)
  return { question, columns: await services.analysis.columns.get(source) }
}
