import { Type, type Static } from 'typebox'

export const siteKinds = ['station', 'police_post', 'junction', 'drawn'] as const
export type SiteKind = (typeof siteKinds)[number]

/** Somewhere a unit could stand. Degrees, WGS 84. */
export interface CandidateSite { id: string, kind: SiteKind, name: string, longitude: number, latitude: number }

const position = Type.Tuple([Type.Number({ minimum: -180, maximum: 180 }), Type.Number({ minimum: -85, maximum: 85 })], { description: 'longitude, latitude in degrees' })
const siteIds = Type.Array(Type.String(), { maxItems: 500 })
export const sitesSchema = Type.Object({
  stations: Type.Optional(Type.Boolean({ description: 'police stations of the layer facilities; yes unless told' })),
  police_posts: Type.Optional(Type.Boolean({ description: 'police posts of the layer facilities; yes unless told' })),
  junctions: Type.Optional(Type.Object({ spacing_metres: Type.Number({ minimum: 100, maximum: 20_000 }) }, { additionalProperties: false, description: 'crossings of roads, none nearer to another than that' })),
  drawn: Type.Optional(Type.Array(Type.Object({ point: position, name: Type.Optional(Type.String({ maxLength: 60 })) }, { additionalProperties: false }), { maxItems: 300 })),
}, { additionalProperties: false })
export type SitesAsked = Static<typeof sitesSchema>
export { position, siteIds }

export const mostSites = 500
export const drawnId = ([longitude, latitude]: readonly [number, number]): string => `drawn:${longitude},${latitude}`
