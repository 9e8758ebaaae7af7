import type { FastifyReply } from 'fastify'
import { isValidCell } from 'h3-js'
import { gzip } from 'node:zlib'
import { promisify } from 'node:util'
import { Type } from 'typebox'
import { sql } from 'kysely'
import type { App } from '../app-types.ts'
import { BadInput, NotFound } from '../errors.ts'
import { localHour } from '../network/ask-network.ts'
import { readInteger } from '../query.ts'
import type { Services } from '../services.ts'
import type { SignedIn } from '../access/sessions.ts'
import { closuresOf, voidAround, type Option } from './closures.ts'
import { staleAfterMs } from './counted-units.ts'
import type { Cover } from './cover-rules.ts'
import { lossBetween, lossOf, type Loss } from './loss.ts'
import { widestCircle } from './lost.ts'
import { kindsOf } from './rules/rule.ts'
import { responseRule } from './rules/routes.ts'
import { tellCoverage, tens, type ToldCoverage } from './tell.ts'

const instant = Type.String({ format: 'date-time' })
export const coverageAnswer = Type.Object({
  rule: responseRule, as_of: instant, resolution: Type.Literal(9),
  cells: Type.Array(Type.String()), seconds: Type.Array(Type.Union([Type.Integer(), Type.Null()]), { description: 'of the soonest unit, in the order of `cells`; null: nobody in the time that is looked for' }),
  void: Type.Array(Type.Object({ cell: Type.String(), since: Type.Union([instant, Type.Null()]), standing: Type.Boolean({ description: 'void from the first look under this rule on' }) })),
  demand_share_covered: Type.Union([Type.Number(), Type.Null()]), residents_covered: Type.Integer(), residents_total: Type.Integer(), units: Type.Array(Type.Integer()),
})
const params = Type.Object({ rule_id: Type.String() })
const readRuleId = (text: string) => readInteger(text, '/path/rule_id', 1, 2 ** 31 - 1)
const tags = ['coverage']
const compress = promisify(gzip)

/** `/api/coverage/…`: who reaches what in time, now; what is void; what would close it; what sending units away would cost. */
export function coverageRoutes(app: App, services: Services): void {
  const { coverage } = services
  // The same picture goes to everybody: made and packed once.
  const packed = new WeakMap<Cover, Promise<Buffer>>()
  const pack = (cover: Cover, told: () => ToldCoverage) => {
    const known = packed.get(cover) ?? compress(JSON.stringify(told()))
    packed.set(cover, known)
    return known
  }

  app.get('/api/coverage/:rule_id', {
    schema: { tags, summary: 'Coverage now', description: 'Cells of resolution 9 with addresses or roads, and when the soonest available unit of the rule arrives there by road.', params, response: { 200: coverageAnswer, 304: Type.Null() } },
  }, async ({ params, headers }, reply) => {
    const cover = await coverage.of(readRuleId(params.rule_id))
    const tag = `"${cover.rule.id}-${cover.at}"`
    reply.header('etag', tag).header('cache-control', 'private, no-cache').header('vary', 'accept-encoding')
    if (headers['if-none-match'] === tag) return reply.code(304).send(null)
    const told = () => tellCoverage(cover, coverage.ground.city, coverage.voidsOf(cover.rule.id), since => coverage.isStanding(cover.rule.id, since))
    if (!/\bgzip\b/.test(String(headers['accept-encoding'] ?? ''))) return told()
    const body = await pack(cover, told)
    // Packed already: the schema's serializer has nothing to do.
    return (reply as FastifyReply).header('content-encoding', 'gzip').type('application/json; charset=utf-8').send(body) as never
  })

  app.get('/api/coverage/:rule_id/closures', {
    schema: {
      tags, summary: 'What would close a void', params, querystring: Type.Object({ cell: Type.Optional(Type.String()) }, { additionalProperties: false }),
      response: { 200: Type.Object({
        cells: Type.Integer(), since: Type.Union([instant, Type.Null()]),
        options: Type.Array(Type.Object({
          kind: Type.Unsafe<Option['kind']>(Type.String()), name: Type.String(), unit_id: Type.Optional(Type.Integer()), longitude: Type.Number(), latitude: Type.Number(),
          closes_cells: Type.Integer(), seconds: Type.Union([Type.Integer(), Type.Null()], { description: 'from there to the cell, or, without one, to where most calls come from' }),
        })),
      }) },
    },
  }, async ({ params, query, signedIn }) => {
    const cover = await coverage.of(readRuleId(params.rule_id)), { ground } = coverage
    if (query.cell !== undefined && !isValidCell(query.cell)) throw new BadInput({ pointer: '/query/cell', value: query.cell, detail: 'must be an H3 cell of resolution 9 in hexadecimal' })
    const open = coverage.voidsOf(cover.rule.id)
    const cells = voidAround(cover, ground, cell => coverage.isStanding(cover.rule.id, open.get(cell) ?? Infinity), query.cell)
    if (query.cell !== undefined && cells.length === 0) throw new NotFound('void at cell', query.cell)
    const { time_zone } = await services.city()
    const since = Math.min(...cells.map(cell => open.get(ground.city.cells[cell]!) ?? Infinity))
    return {
      cells: cells.length, since: since === Infinity ? null : new Date(since).toISOString(),
      options: await closuresOf(cover, ground, cells, [...await readSites(services, signedIn), ...freeable(services, cover)], localHour(new Date(cover.at), time_zone), query.cell === undefined ? -1 : ground.city.cells.indexOf(query.cell)),
    }
  })

  app.get('/api/coverage/without', {
    schema: {
      tags, summary: 'What sending units away would cost', querystring: Type.Object({ unit_ids: Type.String({ description: 'comma-separated' }), rule_id: Type.Optional(Type.String()) }, { additionalProperties: false }),
      response: { 200: Type.Object({
        rule_id: Type.Integer(), cells_lost: Type.Integer(), residents_lost: Type.Integer({ description: 'to the nearest ten' }), station_names: Type.Array(Type.String()),
        seconds_worse: Type.Integer({ description: 'longer, on average over the cells where they are the first now' }),
      }) },
    },
  }, async ({ query }) => {
    const ids = new Set(query.unit_ids.split(',').map(id => readInteger(id, '/query/unit_ids', 1, Number.MAX_SAFE_INTEGER)))
    if (ids.size > 50) throw new BadInput({ pointer: '/query/unit_ids', value: ids.size, detail: 'fifty units are the most' })
    const cover = query.rule_id !== undefined ? await coverage.of(readInteger(query.rule_id, '/query/rule_id', 1, 2 ** 31 - 1))
      : widestCircle(await coverage.now(), each => each.units.some(id => ids.has(id)))
    if (!cover) throw new NotFound('response rule that counts unit', query.unit_ids)
    const { city } = coverage.ground
    const { lost, station_names, seconds_worse } = ids.size === 1 ? lossOf(cover, city, [...ids][0]!) : await lossOfMany(coverage, cover, ids)
    return { rule_id: cover.rule.id, cells_lost: lost.length, residents_lost: tens(lost.reduce((sum, cell) => sum + city.residents[cell]!, 0)), station_names, seconds_worse }
  })

  /** Posts and stations, where somebody could stand. */
  async function readSites({ db, open }: Services, signedIn: SignedIn): Promise<Option[]> {
    const source = open('facilities', signedIn)
    const { rows } = await sql<Option>`
      SELECT CASE ${source.column('kind')} WHEN 'station' THEN 'station' ELSE 'post' END AS kind, ${source.column('name')} AS name, ST_X(t.geom) AS longitude, ST_Y(t.geom) AS latitude
      ${source.from(sql`${source.column('kind')} IN ('station', 'police_post')`)}`.execute(db)
    return rows
  }

  /** Units of the rule's force that are on duty and busy: where they are now they would close something, were they free. */
  function freeable({ units }: Services, { rule }: Cover): Option[] {
    const kinds = kindsOf(rule), now = Date.now()
    return [...units.all()].flatMap(({ id, callsign, kind, meaning, fix }): Option[] =>
      fix && now - fix.at <= staleAfterMs && meaning !== 'off_duty' && meaning !== 'available' && kinds.includes(kind)
        ? [{ kind: 'unit', name: callsign, unit_id: id, unit_kind: kind, longitude: fix.longitude, latitude: fix.latitude }] : [])
  }
}

/** Several at once: who comes third may come first, so coverage without them is searched. */
async function lossOfMany(coverage: Services['coverage'], cover: Cover, gone: ReadonlySet<number>): Promise<Loss> {
  const { city } = coverage.ground
  const { soonest: { firstSeconds } } = await coverage.without(cover, gone)
  return lossBetween(cover, city, gone, cell => firstSeconds[cell]!)
}
