import type { Database } from '../database.ts'
import { cellsInDivisions, type CityCells } from './city-cells.ts'
import type { PlacedRule } from './cover-rules.ts'
import type { ResponseRule } from './rules/rule.ts'

/** The cells that each rule is about: all that matter, those of its divisions, those that hold one of its places. */
export const placeRules = (db: Database, city: CityCells, rules: readonly ResponseRule[]): Promise<PlacedRule[]> =>
  Promise.all(rules.map(async rule => {
    const inside = rule.division_ids.length ? await cellsInDivisions(db, city, rule.division_ids) : undefined
    const holding = rule.tied_to === 'place' ? new Set(rule.place_categories.flatMap(category => city.places.get(category) ?? [])) : undefined
    const cells = Int32Array.from(city.cells.keys()).filter(cell => (!inside || inside.has(cell)) && (!holding || holding.has(cell)))
    return { rule, cells }
  }))
