import { sql } from 'kysely'
import { Type } from 'typebox'
import { audit } from '../access/audit.ts'
import { requirePower } from '../access/powers.ts'
import type { App } from '../app-types.ts'
import { BadInput, NotFound } from '../errors.ts'
import { parseInstant } from '../../layers/time.ts'
import type { Services } from '../services.ts'
import { transact } from '../transact.ts'
import { shift } from './vocabulary.ts'

const words = Type.String({ minLength: 1, maxLength: 100 })
const dayParams = Type.Object({ day: Type.String({ description: 'YYYY-MM-DD' }) })

/** The calendar of the city: holidays, make-up workdays and shifts, kept by administrators. */
export function calendarRoutes(app: App, { db }: Services): void {
  app.put('/api/holidays/:day', {
    schema: {
      tags: ['analysis'], summary: 'Set a holiday or a make-up workday', params: dayParams, response: { 204: Type.Null() },
      body: Type.Object({ name: words, name_en: words, kind: Type.Union([Type.Literal('holiday'), Type.Literal('workday')]) }, { additionalProperties: false }),
    },
  }, async ({ params, body: { name, name_en, kind }, signedIn }, reply) => {
    requirePower(signedIn, 'configure')
    const day = readDay(params.day)
    await transact(db, async transaction => {
      await sql`INSERT INTO holiday (day, name, name_en, kind) VALUES (${day}, ${name}, ${name_en}, ${kind})
        ON CONFLICT (day) DO UPDATE SET name = excluded.name, name_en = excluded.name_en, kind = excluded.kind`.execute(transaction)
      await audit(transaction, { accountId: signedIn.account.id, action: 'holiday set', subject: `holiday/${day}`, detail: { name, kind } })
    })
    return reply.code(204).send(null)
  })

  app.delete('/api/holidays/:day', {
    schema: { tags: ['analysis'], summary: 'Make a day what its weekday says', params: dayParams, response: { 204: Type.Null() } },
  }, async ({ params, signedIn }, reply) => {
    requirePower(signedIn, 'configure')
    const day = readDay(params.day)
    await transact(db, async transaction => {
      const { rows } = await sql`DELETE FROM holiday WHERE day = ${day} RETURNING day`.execute(transaction)
      if (rows.length === 0) throw new NotFound('holiday', day)
      await audit(transaction, { accountId: signedIn.account.id, action: 'holiday removed', subject: `holiday/${day}` })
    })
    return reply.code(204).send(null)
  })

  app.put('/api/shifts', {
    schema: { tags: ['analysis'], summary: 'Set the shifts', body: Type.Object({ shifts: Type.Array(shift, { minItems: 1, maxItems: 24 }) }, { additionalProperties: false }), response: { 204: Type.Null() } },
  }, async ({ body: { shifts }, signedIn }, reply) => {
    requirePower(signedIn, 'configure')
    const twice = shifts.find(({ id }, i) => shifts.findIndex(other => other.id === id) !== i)
    if (twice) throw new BadInput({ pointer: '/body/shifts', value: twice.id, detail: 'each shift needs an id of its own' })
    await transact(db, async transaction => {
      await sql`INSERT INTO setting (key, value) VALUES ('shifts', ${JSON.stringify(shifts)}) ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`.execute(transaction)
      await audit(transaction, { accountId: signedIn.account.id, action: 'shifts set', subject: 'setting/shifts', detail: { ids: shifts.map(({ id }) => id) } })
    })
    return reply.code(204).send(null)
  })
}

function readDay(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || !parseInstant(text, 'UTC')) throw new BadInput({ pointer: '/path/day', value: text, detail: 'must be a date that exists, such as 2027-02-06' })
  return text
}
