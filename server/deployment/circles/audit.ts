import { Type, type Static } from 'typebox'
import { sql } from 'kysely'
import type { SignedIn } from '../../access/sessions.ts'
import { snapTo } from '../../coverage/anchors.ts'
import type { CityCells } from '../../coverage/city-cells.ts'
import { isCovered, type Cover, type CountedUnit } from '../../coverage/cover-rules.ts'
import { responseRule } from '../../coverage/rules/routes.ts'
import { BadInput, NotFound } from '../../errors.ts'
import { kindOfUnit } from '../../network/speeds.ts'
import { localHour } from '../../network/ask-network.ts'
import type { Services } from '../../services.ts'
import { nullable } from '../../shapes.ts'
import { moveStands, planInHand } from '../plans/in-hand.ts'
import { whichFields } from '../plans/schemas.ts'

const share = nullable(Type.Number())
export const auditFields = { ...whichFields, hour: Type.Optional(Type.Integer({ minimum: 0, maximum: 23, description: 'local hour whose traffic counts, for a plan; its own unless told' })) }
export const auditBody = Type.Object({ ...auditFields, cells_of: Type.Optional(Type.Integer({ minimum: 1, description: 'id of a rule whose cells are told one by one' })) }, { additionalProperties: false, description: 'a run or a plan whose posts are looked at; without one, units as they are available now' })
export const auditSchema = Type.Object({
  as_of: Type.String(), units: Type.Integer(),
  circles: Type.Array(Type.Object({
    rule: responseRule, units: Type.Integer({ description: 'of the rule\'s force' }), cells: Type.Integer(), cells_inside: Type.Integer(), demand_share: share, residents_share: share,
    residents: Type.Integer({ description: 'published ones, to the nearest ten' }), key_places: Type.Integer(), key_places_inside: Type.Integer(),
    gap: Type.Object({ cells: Type.Integer(), demand_share: share }),
  })),
  cells: Type.Optional(Type.Object({
    cell: Type.Array(Type.String({ description: 'H3, resolution 9' })), demand: Type.Array(Type.Number({ description: 'incidents of the last 90 days' })),
    seconds: Type.Array(nullable(Type.Integer({ description: 'until the soonest of the rule\'s force is there; null: nobody in the time that is looked for' }))), station_id: Type.Array(nullable(Type.Integer())),
  }, { description: 'of the rule that `cells_of` names' })),
})
type Circle = Static<typeof auditSchema>['circles'][number]

/** Circles as they are held: under the units of now, or a plan's posts. @throws {NotReady} before the road network is built */
export async function coversOf({ coverage, db, deployment, city }: Services, signedIn: SignedIn, body: Static<typeof auditBody>): Promise<readonly Cover[]> {
  const now = await coverage.now()
  if (body.run_id === undefined && body.plan_id === undefined) {
    if (body.moves) throw new BadInput({ pointer: '/body/moves', value: body.moves.length, detail: 'are of a plan: name a run or a plan too' })
    return now
  }
  const { situation, stands } = await planInHand({ db, deployment }, signedIn, body), { travel } = situation, kind = kindOfUnit(travel.force)
  const units = moveStands(stands, body.moves ?? [], situation).flatMap(({ longitude, latitude, units: n }, i): CountedUnit[] => {
    const snap = snapTo(coverage.ground.network, longitude, latitude, kind)
    return snap ? Array.from({ length: n }, (_, k) => ({ id: -(i * 100 + k + 1), kind: travel.force, snap })) : []
  })
  return coverage.compute(now, units, body.hour ?? travel.hour ?? localHour(new Date(), (await city()).time_zone), Date.now())
}

/** Share of demand, residents and key places within each response circle. @throws {NotFound} for cells of a rule that isn't on */
export async function auditCircles(services: Services, signedIn: SignedIn, body: Static<typeof auditBody>): Promise<Static<typeof auditSchema>> {
  const covers = await coversOf(services, signedIn, body), { city } = services.coverage.ground, area = await services.analysis.studyArea(9)
  const residents = new Map(area.cells.map((cell, i) => [cell, area.residents[i]!])), places = await keyPlaces(services)
  return {
    as_of: new Date(covers[0]?.at ?? Date.now()).toISOString(), units: new Set(covers.flatMap(({ units }) => units)).size,
    circles: covers.map((cover): Circle => {
      const sums = { demand: 0, demandIn: 0, residents: 0, residentsIn: 0, places: 0, placesIn: 0, inside: 0 }
      const counted = cover.rule.place_categories.length > 0 ? cover.rule.place_categories : [...places.key]
      for (const cell of cover.cells) {
        const name = city.cells[cell]!, each = { demand: city.demand[cell]!, residents: residents.get(name) ?? 0, places: counted.reduce((sum, category) => sum + (places.count.get(`${name} ${category}`) ?? 0), 0) }
        sums.demand += each.demand
        sums.residents += each.residents
        sums.places += each.places
        if (!isCovered(cover, cell)) continue
        sums.inside++
        sums.demandIn += each.demand
        sums.residentsIn += each.residents
        sums.placesIn += each.places
      }
      const of = (part: number, all: number) => all > 0 ? part / all : null
      return {
        rule: cover.rule, units: cover.units.length, cells: cover.cells.length, cells_inside: sums.inside, demand_share: of(sums.demandIn, sums.demand), residents_share: of(sums.residentsIn, sums.residents),
        residents: Math.round(sums.residents / 10) * 10, key_places: sums.places, key_places_inside: sums.placesIn, gap: { cells: cover.cells.length - sums.inside, demand_share: of(sums.demand - sums.demandIn, sums.demand) },
      }
    }),
    ...(body.cells_of !== undefined && { cells: cellsOf(covers, city, body.cells_of) }),
  }
}

function cellsOf(covers: readonly Cover[], city: CityCells, ruleId: number): NonNullable<Static<typeof auditSchema>['cells']> {
  const cover = covers.find(({ rule }) => rule.id === ruleId)
  if (!cover) throw new NotFound('response rule that is on', ruleId)
  const cells = [...cover.cells], { firstSeconds } = cover.soonest
  return {
    cell: cells.map(cell => city.cells[cell]!), demand: cells.map(cell => city.demand[cell]!),
    seconds: cells.map(cell => firstSeconds[cell] === Infinity ? null : Math.ceil(firstSeconds[cell]!)), station_id: cells.map(cell => city.station[cell] || null),
  }
}

async function keyPlaces({ db, vocabulary }: Services): Promise<{ key: ReadonlySet<string>, count: ReadonlyMap<string, number> }> {
  const { rows } = await sql<{ cell: string, category: string, n: number }>`SELECT to_hex(h3_parent(cell, 9)) AS cell, category, count(*)::integer AS n FROM place GROUP BY 1, 2`.execute(db)
  const { dictionaries } = await vocabulary()
  return { key: new Set(dictionaries.place_category.filter(({ key_category: key }) => key).map(({ code }) => code)), count: new Map(rows.map(({ cell, category, n }) => [`${cell} ${category}`, n])) }
}
