import { layerOf } from '../../layers.ts'

const incidents = () => layerOf('incidents').properties

/** Sources of incidents; those found by patrols are left out unless they are asked for. */
export const channels = () => incidents().channel!.choices!
export const statuses = () => incidents().status!.choices!
/** Levels of an address from the coarsest. */
export const pointLevels = () => incidents().point_level!.choices!

export const patrol = 'patrol'
export const usualTrust = 'road'

/** @returns undefined for the usual ones, which a question doesn't say */
export function channelsAfter(chosen: readonly string[] | undefined, toggled: string): string[] | undefined {
  const all = Object.keys(channels()), usual = all.filter(each => each !== patrol), now = chosen ?? usual
  const next = all.filter(each => each === toggled ? !now.includes(each) : now.includes(each))
  return next.length === 0 || next.join() === usual.join() ? undefined : next
}

/** @returns undefined for all and for none: both say nothing */
export function someOf(all: readonly string[], chosen: readonly string[] | undefined, toggled: string): string[] | undefined {
  const now = chosen ?? [], next = all.filter(each => each === toggled ? !now.includes(each) : now.includes(each))
  return next.length === 0 || next.length === all.length ? undefined : next
}
