import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { audit } from '../access/audit.ts'
import type { App } from '../app-types.ts'
import type { Database } from '../database.ts'
import { readText } from '../desk/free-text.ts'
import { answerHandover, findHandover, type Answer } from '../desk/handover.ts'
import { lockIncident } from '../desk/incident-row.ts'
import { BadInput, NotSignedIn } from '../errors.ts'
import type { Services } from '../services.ts'
import { transact } from '../transact.ts'
import { distrust, headers } from './signature.ts'

interface Department { id: number, code: string, name: string }
declare module 'fastify' {
  interface FastifyRequest {
    /** Whose signature a message to a hook bears. */
    department: Department
  }
}

const mostBytes = 64 * 1024
const answers = ['accepted', 'returned', 'closed'] as const satisfies readonly Answer[]

/**
 * `POST /hooks/departments/{code}`: what a department answers. Its signature over the bytes of the body is the sign-in;
 * it is checked before anything of the body is read.
 */
export function hookRoutes(app: App, { db }: Services): void {
  app.decorateRequest('department', null as unknown as Department)
  app.post('/hooks/departments/:code', {
    config: { public: true, rateLimit: { max: 600, timeWindow: '1 minute' } },
    bodyLimit: mostBytes,
    schema: {
      tags: ['hand-over'], summary: 'A department answers',
      description: `Signed like our own messages: ${headers.signature} is sha256= and the hexadecimal HMAC-SHA256 of ${headers.timestamp}, a dot and the body; ${headers.delivery} names the message and is heard once.`,
      params: Type.Object({ code: Type.String() }),
      body: Type.Object({
        event: Type.Union(answers.map(value => Type.Literal(value))), handover_key: Type.String({ format: 'uuid' }),
        outcome: Type.Optional(Type.String({ maxLength: 2000 })), actor: Type.Optional(Type.String({ maxLength: 50 })),
      }, { additionalProperties: false }),
      response: { 204: Type.Null() },
    },
    preParsing: async (request, _reply, payload) => {
      const body = await readAll(payload)
      request.department = await believe(db, (request.params as { code: string }).code, request.headers, body)
      return Readable.from(body)
    },
  }, async ({ body, headers: sent, department }, reply) => {
    const message = String(sent[headers.delivery] ?? '').trim(), signature = String(sent[headers.signature])
    if (!message || message.length > 200) throw new BadInput({ pointer: `/headers/${headers.delivery}`, value: message, detail: 'must name the message in 1 to 200 characters' })
    const outcome = body.outcome === undefined ? null : readText(body.outcome, '/body/outcome')
    const actor = { accountId: null, name: body.actor ? `${department.name} ${readText(body.actor, '/body/actor')}` : department.name }
    const { incident_id } = await findHandover(db, { key: body.handover_key, departmentId: department.id }, false)
    await transact(db, async transaction => {
      // The name isn't signed, the signature is its own: a message played back under another name is known by that.
      if (!await isNew(transaction, department.id, [message, signature])) return
      const incident = await lockIncident(transaction, incident_id)
      const handover = await findHandover(transaction, { key: body.handover_key, departmentId: department.id }, true)
      await answerHandover(transaction, incident, handover, { event: body.event as Answer, outcome }, actor)
      await audit(transaction, { accountId: null, action: 'department answered', subject: `incidents/${incident_id}`, detail: { department: department.code, event: body.event } })
    })
    return reply.code(204).send(null)
  })
}

async function readAll(stream: AsyncIterable<Buffer | string>): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk))
    bytes += chunks.at(-1)!.length
    if (bytes > mostBytes) throw Object.assign(new Error(`the message is longer than ${mostBytes} bytes`), { statusCode: 413 })
  }
  return Buffer.concat(chunks)
}

/** Who sent a message. @throws {NotSignedIn} without saying whether there is such a department */
async function believe(db: Database, code: string, sent: Record<string, string | string[] | undefined>, body: Buffer): Promise<Department> {
  const { rows: [row] } = await sql<Department & { secret: string | null }>`SELECT id, code, name, secret FROM department WHERE code = ${code} AND active`.execute(db)
  const reason = distrust(row?.secret ?? decoy, { timestamp: String(sent[headers.timestamp] ?? ''), signature: String(sent[headers.signature] ?? ''), body }, Date.now())
  if (reason || !row?.secret) throw new NotSignedIn(reason ?? 'the signature does not fit the body')
  return { id: row.id, code: row.code, name: row.name }
}

// Compared against where there is no secret, so that the answer takes as long; nothing signed with it is believed.
const decoy = 'no department has this secret'

async function isNew(transaction: Database, departmentId: number, names: readonly string[]): Promise<boolean> {
  const { numAffectedRows } = await sql`
    INSERT INTO inbox (department_id, message_id) SELECT ${departmentId}, unnest(${[...names]}::text[]) ON CONFLICT DO NOTHING`.execute(transaction)
  return numAffectedRows === BigInt(names.length)
}
