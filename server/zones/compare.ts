import { sql } from 'kysely'
import type { SignedIn } from '../access/sessions.ts'
import { readQuestion } from '../analysis/selection.ts'
import { NotFound } from '../errors.ts'
import type { Freezer } from './evidence.ts'
import { readVersions, type Version } from './zone.ts'

export interface Comparison {
  a: Version
  b: Version
  /** Square metres on the ellipsoid. */
  area_m2: { a: number, b: number, both: number, only_a: number, only_b: number }
  overlap: number
  incidents?: { a: number, b: number, as_of: string, of_version: number }
}

/**
 * Two versions of a zone: how much ground they share, and how many of the incidents that the later evidence is about lie
 * in each, counted now. Left out where neither rests on evidence.
 *
 * @throws {NotFound} for a zone or version that isn't there
 */
export async function compareVersions(services: Freezer, signedIn: SignedIn, zoneId: number, first: number, second: number): Promise<Comparison> {
  const versions = await readVersions(services.db, zoneId, [first, second])
  const find = (number: number): Version => {
    const found = versions.find(({ version }) => version === number)
    if (!found) throw new NotFound(`version of zone ${zoneId}`, number)
    return found
  }
  const a = find(first), b = find(second)
  const { rows: [area] } = await sql<{ a: number, b: number, both: number }>`
    SELECT ST_Area(a.geom::geography) AS a, ST_Area(b.geom::geography) AS b, ST_Area(ST_Intersection(a.geom, b.geom)::geography) AS both
    FROM zone_version a, zone_version b WHERE a.zone_id = ${zoneId} AND a.version = ${first} AND b.zone_id = ${zoneId} AND b.version = ${second}`.execute(services.db)
  const incidents = await countBoth(services, signedIn, a, b), { both } = area!
  return { a, b, area_m2: { ...area!, only_a: area!.a - both, only_b: area!.b - both }, overlap: both / (area!.a + area!.b - both), ...(incidents && { incidents }) }
}

async function countBoth({ db, analysis, open, vocabulary }: Freezer, signedIn: SignedIn, a: Version, b: Version): Promise<Comparison['incidents']> {
  const of = [b, a].find(({ evidence }) => evidence?.selection)
  if (!of) return undefined
  const source = open('incidents', signedIn), { timeZone } = await vocabulary()
  const [question, columns] = await Promise.all([readQuestion(db, source.layer, of.evidence!.selection, timeZone), analysis.columns.get(source)])
  const [first = 0, second = 0] = await analysis.quick.inside({ columns, question, areas: [a.geometry, b.geometry] })
  return { a: first, b: second, as_of: new Date(columns.asOf).toISOString(), of_version: of.version }
}
