import { contrast } from '../../theme/contrast.ts'
import type { Theme } from '../../theme/tokens.ts'

/**
 * Hot and cold from chance outwards: ambers against blues, which every common colour-blindness tells apart; red is kept
 * for what asks to act. On a dark ground the surest is the brightest, on a light one the darkest.
 */
const steps: Readonly<Record<Theme, { cold: readonly string[], neutral: string, hot: readonly string[] }>> = {
  dark: { cold: ['#23527e', '#3d8bc9', '#8fd0ff'], neutral: '#4a5670', hot: ['#7d4a10', '#cc7a1a', '#ffc46b'] },
  light: { cold: ['#a6cdec', '#4a8fc7', '#0b4580'], neutral: '#b9c2cf', hot: ['#f4c488', '#dd8524', '#8f4200'] },
}

/** The colour of what chance explains, or of what is neither hot nor cold. */
export const neutralColour = (theme: Theme): string => steps[theme].neutral

/** 90, 95, 99 or the same below zero. @throws {RangeError} for another level */
export function confidenceColour(level: number, theme: Theme): string {
  if (level === 0) return steps[theme].neutral
  const step = [90, 95, 99].indexOf(Math.abs(level))
  if (step < 0) throw new RangeError(`confidence ${level} is none of 90, 95 and 99`)
  return steps[theme][level > 0 ? 'hot' : 'cold'][step]!
}

/**
 * A colour about a neutral middle.
 *
 * @param tone  from -1, cold, to 1, hot
 */
export function divergingColour(tone: number, theme: Theme): string {
  const { cold, neutral, hot } = steps[theme], ramp = [neutral, ...tone < 0 ? cold : hot]
  const place = Math.min(1, Math.abs(tone)) * (ramp.length - 1), below = Math.floor(place)
  return mixed(ramp[below]!, ramp[Math.min(below + 1, ramp.length - 1)]!, place - below)
}

function mixed(a: string, b: string, share: number): string {
  const channel = (at: number) => {
    const [from, to] = [a, b].map(colour => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number]
    return Math.round(from + (to - from) * share).toString(16).padStart(2, '0')
  }
  return `#${channel(1)}${channel(3)}${channel(5)}`
}

/** Of two inks the one that is read more easily on a colour. */
export function readable(colour: string, inks: { text: string, halo: string }): string {
  return contrast(colour, inks.text) >= contrast(colour, inks.halo) ? inks.text : inks.halo
}
