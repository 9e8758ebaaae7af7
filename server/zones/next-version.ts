import { sql } from 'kysely'
import type { SignedIn } from '../access/sessions.ts'
import { requireArea } from '../area/geometry.ts'
import { readText } from '../desk/free-text.ts'
import { BadInput, NotFound } from '../errors.ts'
import type { Services } from '../services.ts'
import { findMiddle, readValidity, requireOwnGround, requireShifts } from './check.ts'
import { freezeEvidence, freezeJudgement } from './evidence.ts'
import type { VersionBody } from './schemas.ts'
import { authorOf, changeZone, insertNextVersion, refuseStale } from './write.ts'
import { readZones, type Zone } from './zone.ts'

/**
 * Write the next version of a zone: what the request doesn't say stays as the version before said it. Evidence is of a
 * shape and a run: it stays while the shape does.
 *
 * @throws {NotFound | Forbidden | BadInput}
 * @throws {Conflict} where the zone was withdrawn or is no longer at the version that the caller saw
 */
export async function addVersion(services: Services, signedIn: SignedIn, id: number, body: VersionBody): Promise<Zone> {
  const { db } = services, now = new Date(), { timeZone } = await services.vocabulary()
  const [before] = await readZones(db, sql`z.id = ${id}`, now)
  if (!before) throw new NotFound('zone', id)
  const { from, to } = readValidity(body, timeZone, now, { from: new Date(before.valid_from), to: new Date(before.valid_to) })
  if (body.shifts) await requireShifts(db, body.shifts)
  const name = body.name === undefined ? before.name : readText(body.name, '/body/name'), reason = readText(body.reason, '/body/reason')
  const geometry = body.geometry as Zone['geometry'] | undefined ?? before.geometry, text = JSON.stringify(geometry)
  const squareMetres = await requireArea(db, geometry as Required<VersionBody>['geometry']), middle = await findMiddle(db, text)
  if (body.geometry) await requireOwnGround(db, signedIn, text, middle)
  const kept = body.geometry && !await sameShape(services, text, JSON.stringify(before.geometry)) ? null : split(before.evidence)
  const judgement = body.judgement ? freezeJudgement(services, signedIn, body.judgement.run_id) : body.evidence ? null : kept?.judgement ?? null
  const evidence = body.evidence ? await freezeEvidence(services, signedIn, body.evidence.run_id, geometry, squareMetres) : kept?.evidence ?? null
  if (judgement && !evidence) throw new BadInput({ pointer: '/body/judgement', value: body.judgement?.run_id, detail: 'a judgement belongs to evidence, and this shape has none: name the run that found it as evidence' })
  return changeZone(db, signedIn, id, 'zone version written', { version: body.revision + 1, reason }, async (transaction, zone) => {
    refuseStale(zone, body.revision)
    await insertNextVersion(transaction, zone, { name, reason, shifts: body.shifts ?? before.shifts, from, to, geometry, middle, evidence, judgement }, authorOf(signedIn), now)
  })
}

function split(evidence: Zone['evidence']) {
  if (!evidence) return null
  const { judgement = null, ...rest } = evidence
  return { evidence: rest, judgement }
}

/** To two centimetres: what was read is rounded to one. */
async function sameShape({ db }: Pick<Services, 'db'>, a: string, b: string): Promise<boolean> {
  const { rows: [row] } = await sql<{ same: boolean }>`SELECT ST_HausdorffDistance(ST_GeomFromGeoJSON(${a}), ST_GeomFromGeoJSON(${b})) < 2e-7 AS same`.execute(db)
  return row!.same
}
