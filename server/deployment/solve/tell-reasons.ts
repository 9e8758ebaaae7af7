import { Type, type Static } from 'typebox'
import { label } from '../../shapes.ts'
import type { Reason } from '../models/reason.ts'

export const reasonSchema = Type.Object({
  code: Type.Unsafe<Reason['code']>(Type.String()), why: label, change: label,
  sites: Type.Optional(Type.Array(Type.String())), cells: Type.Optional(Type.Array(Type.String())), weight: Type.Optional(Type.Number()), needed: Type.Optional(Type.Integer()),
})
export type ToldReason = Static<typeof reasonSchema>

/** Why there is no plan, its sites and cells by id. */
export const tellReasons = (sites: readonly { id: string }[], cells: readonly string[], reasons: readonly Reason[]): ToldReason[] =>
  reasons.map(({ sites: ofSites, cells: ofCells, ...reason }) => ({ ...reason, ...(ofSites && { sites: ofSites.map(site => sites[site]!.id) }), ...(ofCells && { cells: ofCells.map(cell => cells[cell]!) }) }))
