import { sql } from 'kysely'
import type { SignedIn } from '../../access/sessions.ts'
import { insideOf } from '../../analysis/insideness.ts'
import type { Question } from '../../analysis/choose.ts'
import { ringsOf, type Area } from '../../analysis/selected-place.ts'
import { BadInput } from '../../errors.ts'
import type { Services } from '../../services.ts'
import { drawnId, mostSites, type CandidateSite, type SitesAsked } from './candidate.ts'
import { junctionSites } from './junctions.ts'

/**
 * Candidate sites within the selection's place: its stations' facilities, crossings of roads, and what was drawn wherever it is.
 *
 * @throws {BadInput} for more than 500
 */
export async function findSites(services: Pick<Services, 'db' | 'open' | 'network'>, signedIn: SignedIn, question: Pick<Question, 'rings' | 'stations'>, asked: SitesAsked): Promise<CandidateSite[]> {
  const { stations = true, police_posts: posts = true, junctions, drawn = [] } = asked
  const found: CandidateSite[] = drawn.map(({ point, name }) => ({ id: drawnId(point), kind: 'drawn', name: name ?? '', longitude: point[0], latitude: point[1] }))
  const inside = question.rings ? insideOf(question.rings) : () => true
  const kinds = [...(stations ? ['station'] : []), ...(posts ? ['police_post'] : [])]
  if (kinds.length > 0) {
    const source = services.open('facilities', signedIn)
    const { rows } = await sql<CandidateSite>`
      SELECT 'facility:' || t.id AS id, ${source.column('kind')} AS kind, ${source.column('name')} AS name, ST_X(t.geom) AS longitude, ST_Y(t.geom) AS latitude
      ${source.from(sql`${source.column('kind')} = ANY(${kinds}::text[])`, ...(question.stations ? [sql`t.station_id = ANY(${question.stations}::integer[])`] : []))} ORDER BY t.id`.execute(services.db)
    found.push(...rows.filter(({ longitude, latitude }) => inside(longitude, latitude)))
  }
  if (junctions) found.push(...junctionSites(services.network.current(), junctions.spacing_metres, question.stations ? await insideStations(services.db, question.stations) : inside))
  const sites = [...new Map(found.map(site => [site.id, site])).values()]
  if (sites.length > mostSites) throw new BadInput({ pointer: '/body/sites', value: sites.length, detail: `gives ${sites.length} candidate sites; ${mostSites} are the most: choose a wider spacing of junctions or a smaller area` })
  return sites
}

async function insideStations(db: Services['db'], stations: readonly number[]): Promise<(longitude: number, latitude: number) => boolean> {
  const { rows: [row] } = await sql<{ geometry: string | null }>`SELECT ST_AsGeoJSON(ST_Union(geom), 6) AS geometry FROM division WHERE id = ANY(${[...stations]}::integer[])`.execute(db)
  if (!row?.geometry) return () => false
  return insideOf(ringsOf(JSON.parse(row.geometry) as Area))
}

/**
 * The numbers of sites that are named by id; one that is named twice comes twice.
 *
 * @throws {BadInput} for ids that are none of the candidates
 */
export function numbersOf(sites: readonly CandidateSite[], ids: readonly string[], pointer: string): number[] {
  const index = new Map(sites.map(({ id }, i) => [id, i])), wrong = ids.filter(id => !index.has(id))
  if (wrong.length > 0) throw new BadInput({ pointer, value: wrong.join(', '), detail: 'must be ids of candidate sites, see POST /api/deployment/sites' })
  return ids.map(id => index.get(id)!)
}
