import type { CityCells } from './city-cells.ts'
import { isCovered, type Cover } from './cover-rules.ts'
import type { ResponseRule } from './rules/rule.ts'

/** Coverage under a rule as callers read it. `cells` and `seconds` go together; null: nobody in the time that is looked for. */
export interface ToldCoverage {
  rule: ResponseRule
  as_of: string
  resolution: 9
  cells: string[]
  /** Rounded up: what is over the limit stays over it. */
  seconds: (number | null)[]
  /** `standing`: void from the first look under the rule on, so how the city stands rather than something that happened. */
  void: { cell: string, since: string | null, standing: boolean }[]
  /** Of the incidents of the last 90 days, 0 to 1; null without any. */
  demand_share_covered: number | null
  /** To the nearest ten: differences from one instant to the next mustn't tell of a house. */
  residents_covered: number
  residents_total: number
  units: number[]
}

const tens = (n: number): number => Math.round(n / 10) * 10

/**
 * @param since       since when cells are void, epoch ms, where that is known
 * @param isStanding  whether a void that began then was there from the first look on
 */
export function tellCoverage(cover: Cover, city: CityCells, since: ReadonlyMap<string, number>, isStanding: (since: number) => boolean): ToldCoverage {
  let demand = 0, demandCovered = 0, residents = 0, residentsCovered = 0
  const open: ToldCoverage['void'] = []
  for (const cell of cover.cells) {
    demand += city.demand[cell]!
    residents += city.residents[cell]!
    if (isCovered(cover, cell)) {
      demandCovered += city.demand[cell]!
      residentsCovered += city.residents[cell]!
    } else {
      const began = since.get(city.cells[cell]!)
      open.push({ cell: city.cells[cell]!, since: began === undefined ? null : new Date(began).toISOString(), standing: began !== undefined && isStanding(began) })
    }
  }
  return {
    rule: cover.rule, as_of: new Date(cover.at).toISOString(), resolution: 9,
    cells: Array.from(cover.cells, cell => city.cells[cell]!),
    seconds: Array.from(cover.cells, cell => { const seconds = cover.soonest.firstSeconds[cell]!; return seconds === Infinity ? null : Math.ceil(seconds) }),
    void: open, demand_share_covered: demand === 0 ? null : demandCovered / demand,
    residents_covered: tens(residentsCovered), residents_total: tens(residents), units: [...cover.units],
  }
}

export { tens }
