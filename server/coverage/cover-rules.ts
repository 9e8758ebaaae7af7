import type { RoadNetwork, Snap } from '../network/road-network.ts'
import { kindOfUnit, kinds, type Kind } from '../network/speeds.ts'
import { findAnchors, type Anchors } from './anchors.ts'
import { makeBreathe } from './breathe.ts'
import type { CityCells } from './city-cells.ts'
import { NearestTwo } from './nearest-two.ts'
import { emptySoonest, offer, reachCells, type Soonest } from './reach.ts'
import { kindsOf, searchedSeconds, type ResponseRule } from './rules/rule.ts'

/** A rule with the cells that it is about: indexes into the city's. */
export interface PlacedRule { rule: ResponseRule, cells: Int32Array }

/** A unit that can be sent from where it is. */
export interface CountedUnit { id: number, kind: string, snap: Snap }

/** What a rule's force covers at an instant: the two soonest units by cell of the city (only those in `cells` matter). */
export interface Cover extends PlacedRule {
  soonest: Soonest
  /** Ids of the units that count. */
  units: readonly number[]
  /** Epoch ms. */
  at: number
}

/** The ground to stand on: a network, the city's cells and their places on its roads. */
export interface Ground { network: RoadNetwork, city: CityCells, anchors: Readonly<Record<Kind, Anchors>>, search: NearestTwo }

export async function makeGround(network: RoadNetwork, city: CityCells): Promise<Ground> {
  const breathe = makeBreathe()
  const anchors = {} as Record<Kind, Anchors>
  for (const kind of kinds) anchors[kind] = await findAnchors(network, city, kind, breathe)
  return { network, city, anchors, search: new NearestTwo(network.stateCount) }
}

/**
 * Coverage under several rules at once: one search for each kind of unit, whatever the number of units and rules.
 *
 * Runs on this thread in slices of a dozen milliseconds. The ground's search serves one call at a time.
 *
 * @param hour  local, 0 to 23
 */
export async function coverRules({ network, city, anchors, search }: Ground, rules: readonly PlacedRule[], units: readonly CountedUnit[], hour: number, at: number): Promise<Cover[]> {
  const breathe = makeBreathe()
  const byKind = Map.groupBy(units, unit => unit.kind)
  const reached = new Map<string, Soonest>()
  for (const [unitKind, ofKind] of byKind) {
    const concerned = rules.filter(({ rule }) => kindsOf(rule).includes(unitKind))
    if (concerned.length === 0) continue
    const kind = kindOfUnit(unitKind), maxSeconds = Math.max(...concerned.map(({ rule }) => searchedSeconds(rule)))
    reached.set(unitKind, await reachCells(network, search, anchors[kind], ofKind, { kind, siren: kind !== 'foot', hour }, maxSeconds, breathe))
  }
  const covers: Cover[] = []
  for (const { rule, cells } of rules) {
    const soonest = emptySoonest(city.cells.length), limit = searchedSeconds(rule)
    for (const unitKind of kindsOf(rule)) {
      const found = reached.get(unitKind)
      if (!found) continue
      for (const cell of cells) {
        if (found.firstSeconds[cell]! <= limit) offer(soonest, cell, found.firstSeconds[cell]!, found.first[cell]!)
        if (found.secondSeconds[cell]! <= limit) offer(soonest, cell, found.secondSeconds[cell]!, found.second[cell]!)
      }
    }
    covers.push({ rule, cells, soonest, at, units: kindsOf(rule).flatMap(unitKind => (byKind.get(unitKind) ?? []).map(({ id }) => id)) })
    const pause = breathe()
    if (pause) await pause
  }
  return covers
}

/** Whether somebody of the rule's force arrives in a cell within its minutes. */
export const isCovered = ({ rule, soonest }: Cover, cell: number): boolean => soonest.firstSeconds[cell]! <= rule.minutes * 60
