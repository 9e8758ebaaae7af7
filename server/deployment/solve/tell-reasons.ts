import { Type, type Static } from 'typebox'
import type { Reason } from '../models/reason.ts'
import type { Situation } from '../situation/situation.ts'

const label = Type.Object({ zh: Type.String(), en: Type.String() })
export const reasonSchema = Type.Object({
  code: Type.Unsafe<Reason['code']>(Type.String()), why: label, change: label,
  sites: Type.Optional(Type.Array(Type.String())), cells: Type.Optional(Type.Array(Type.String())), weight: Type.Optional(Type.Number()), needed: Type.Optional(Type.Integer()),
})
export type ToldReason = Static<typeof reasonSchema>

/** Why there is no plan, its sites and cells by id. */
export const tellReasons = ({ sites, demand }: Situation, reasons: readonly Reason[]): ToldReason[] =>
  reasons.map(({ sites: of, cells, ...reason }) => ({ ...reason, ...(of && { sites: of.map(site => sites[site]!.id) }), ...(cells && { cells: cells.map(cell => demand.cells[cell]!) }) }))
