import type { Method } from '../method.ts'
import { method as clock } from './clock.ts'
import { method as clusters } from './clusters.ts'
import { method as compare } from './compare.ts'
import { method as concentration } from './concentration.ts'
import { method as counts } from './counts.ts'
import { method as density } from './density.ts'
import { method as emerging } from './emerging.ts'
import { method as giStar } from './gi-star.ts'
import { method as localMoran } from './local-moran.ts'
import { method as nearRepeat } from './near-repeat.ts'
import { method as risk } from './risk.ts'
import { method as trend } from './trend.ts'

/** Every method, in the order in which the workbench offers them. */
export const methods: readonly Method[] = [counts, compare, giStar, emerging, density, localMoran, nearRepeat, clusters, concentration, clock, trend, risk]

export const methodOf = (id: string): Method | undefined => methods.find(method => method.id === id)
