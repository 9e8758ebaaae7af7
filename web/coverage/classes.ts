import { rampColours } from '../map/cells/ramps.ts'
import type { Theme } from '../theme/tokens.ts'

/** A class of arrival times: whole shares of the rule's minutes, up to which it goes (seconds). */
export interface TimeClass { upTo: number, label: string }

const shares = [1 / 4, 1 / 2, 3 / 4, 1]

/** Four classes up to the rule's limit. */
export const timeClasses = (minutes: number): TimeClass[] =>
  shares.map((share, i) => ({ upTo: minutes * share * 60, label: `${i === 0 ? '0' : said(minutes * shares[i - 1]!)}–${said(minutes * share)}` }))

const said = (minutes: number): string => String(Math.round(minutes * 100) / 100)

/** The class of an arrival time; -1 for one over the limit, or none. */
export const classOfSeconds = (seconds: number | null, classes: readonly TimeClass[]): number => seconds === null ? -1 : classes.findIndex(({ upTo }) => seconds <= upTo)

/** Soon is the loud end of the ramp: where help is near. */
export const timeColours = (theme: Theme): string[] => rampColours('viridis', shares.length + 1, theme).slice(1).toReversed()
