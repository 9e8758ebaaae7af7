import { Type } from 'typebox'
import type { MultiPolygon } from 'geojson'
import type { App } from '../app-types.ts'
import { BadInput, Conflict, Forbidden } from '../errors.ts'
import type { Services } from '../services.ts'
import { checkPoint, readPoint, readProfile, snapOrRefuse } from './ask-network.ts'
import { isochrone } from './reach.ts'
import { route } from './route.ts'
import { saveSpeeds } from './save-speeds.ts'
import { snap } from './snap.ts'
import { checkSpeeds, kinds, type Speeds } from './speeds.ts'

const kind = Type.Optional(Type.String({ description: `${kinds.join(', ')}; car where left out` }))
const point = Type.Array(Type.Number(), { minItems: 2, maxItems: 2, description: 'longitude, latitude' })
const turns = ['depart', 'straight', 'left', 'right', 'sharp_left', 'sharp_right', 'u_turn', 'arrive'] as const
const speedsSchema = Type.Unsafe<Speeds>(Type.Object({
  classes: Type.Record(Type.String(), Type.Record(Type.String(), Type.Union([Type.Number(), Type.Null()])), { description: 'kind -> class -> km/h, null where it may not go' }),
  hours: Type.Record(Type.String(), Type.Array(Type.Number()), { description: 'car, motorcycle -> 24 factors from midnight' }),
  siren: Type.Record(Type.String(), Type.Number(), { description: 'car, motorcycle -> factor' }),
}))

/** Ways, times and reach by road. Roads are for anyone who is signed in. */
export function networkRoutes(app: App, services: Services): void {
  const { network } = services
  const timeZone = async () => (await services.city()).time_zone

  app.get('/api/route', {
    schema: {
      tags: ['network'], summary: 'The quickest way from place to place; 409 where there is none',
      querystring: Type.Object({ from: Type.String({ description: 'longitude,latitude' }), to: Type.String(), kind, siren: Type.Optional(Type.String()), at: Type.Optional(Type.String({ description: 'instant; now where left out' })) }, { additionalProperties: false }),
      response: {
        200: Type.Object({
          seconds: Type.Number(), metres: Type.Number(), line: Type.Array(Type.Unsafe<[number, number]>(point)),
          steps: Type.Array(Type.Object({ name: Type.Union([Type.String(), Type.Null()]), metres: Type.Number(), seconds: Type.Number(), turn: Type.Unsafe<(typeof turns)[number]>(Type.Union(turns.map(turn => Type.Literal(turn)))) })),
        }),
      },
    },
  }, async ({ query }) => {
    const profile = readProfile(query, await timeZone()), roads = network.current()
    const ends = [readPoint(query.from, '/query/from'), readPoint(query.to, '/query/to')] as const
    const [from, to] = ends.map(end => snapOrRefuse(roads, end, profile.kind))
    const found = route(roads, from!, to!, profile)
    if (!found.ok) throw new Conflict(found.reason)
    return found
  })

  app.get('/api/isochrones', {
    schema: {
      tags: ['network'], summary: 'What can be reached from a place within some minutes',
      querystring: Type.Object({ at: Type.String({ description: 'longitude,latitude' }), minutes: Type.String({ description: 'such as 1,3,5' }), kind, siren: Type.Optional(Type.String()) }, { additionalProperties: false }),
      response: { 200: Type.Object({ minutes: Type.Array(Type.Object({ minutes: Type.Number(), cells: Type.Array(Type.String()), polygon: Type.Unsafe<MultiPolygon>(Type.Object({ type: Type.Literal('MultiPolygon'), coordinates: Type.Array(Type.Array(Type.Array(Type.Array(Type.Number())))) })) })) }) },
    },
  }, async ({ query }) => {
    const profile = readProfile({ kind: query.kind, siren: query.siren }, await timeZone()), roads = network.current()
    const from = snapOrRefuse(roads, readPoint(query.at, '/query/at'), profile.kind)
    return { minutes: isochrone(roads, from, profile, readMinutes(query.minutes)) }
  })

  app.get('/api/network', {
    schema: {
      tags: ['network'], summary: 'The road network that times are counted on',
      response: { 200: Type.Object({ revision: Type.Integer(), nodes: Type.Integer(), edges: Type.Integer(), turn_bans: Type.Integer(), components: Type.Integer(), largest_share: Type.Number(), built_at: Type.String({ format: 'date-time' }), building: Type.Boolean() }) },
    },
  }, async () => {
    const { revision, nodeCount, edgeCount, banCount, components, builtAt } = network.current()
    return { revision, nodes: nodeCount, edges: edgeCount, turn_bans: banCount, components: components.count, largest_share: components.largestShare, built_at: new Date(builtAt).toISOString(), building: network.building }
  })

  app.get('/api/network/speeds', {
    schema: { tags: ['network'], summary: 'Speeds by kind and class of road, by hour, with siren', response: { 200: speedsSchema } },
  }, async () => network.speeds())

  app.put('/api/network/speeds', {
    schema: { tags: ['network'], summary: 'Set the speeds (administrator)', body: Type.Unsafe<Speeds>(Type.Object({})), response: { 204: Type.Null() } },
  }, async ({ body, signedIn }, reply) => {
    if (!signedIn.caller.roles.includes('administrator')) throw new Forbidden('speeds are set by an administrator')
    await saveSpeeds(services.db, checkSpeeds(body))
    return reply.code(204).send(null)
  })

  app.post('/api/matrix', {
    schema: {
      tags: ['network'], summary: 'Seconds from each origin to each destination; null where there is no way or no road near',
      body: Type.Object({
        origins: Type.Array(point, { minItems: 1, maxItems: 300 }), destinations: Type.Array(point, { minItems: 1, maxItems: 2000 }),
        kind, siren: Type.Optional(Type.Boolean()),
      }, { additionalProperties: false }),
      response: { 200: Type.Object({ seconds: Type.Array(Type.Array(Type.Union([Type.Number(), Type.Null()]))) }) },
    },
  }, async ({ body }) => {
    const profile = readProfile({ kind: body.kind, siren: body.siren }, await timeZone(), '/body'), roads = network.current()
    const places = (points: readonly number[][], name: string) =>
      points.map((each, i) => snap(roads, ...checkPoint(each, `/body/${name}/${i}`), { kind: profile.kind }))
    const origins = places(body.origins, 'origins'), destinations = places(body.destinations, 'destinations')
    const from = origins.filter(place => place !== null), to = destinations.filter(place => place !== null)
    const matrix = from.length && to.length ? await network.matrix(from, to, profile) : new Float32Array()
    let row = 0
    return {
      seconds: origins.map(origin => {
        const start = origin ? row++ * to.length : -1
        let column = 0
        return destinations.map(destination => {
          const seconds = destination && start >= 0 ? matrix[start + column]! : Infinity
          if (destination) column++
          return seconds === Infinity ? null : Math.round(seconds * 10) / 10
        })
      }),
    }
  })
}

/** `1,3,5`. @throws {BadInput} */
function readMinutes(text: string): number[] {
  const minutes = text.split(',').map(part => part.trim() === '' ? NaN : Number(part))
  if (minutes.length > 6 || minutes.some(value => !(value > 0 && value <= 60)))
    throw new BadInput({ pointer: '/query/minutes', value: text, detail: 'must be up to six numbers above 0 and up to 60, such as 1,3,5' })
  return minutes
}
