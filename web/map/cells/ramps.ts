/** Ramps that eyes with any of the common colour-blindnesses read in the right order. */
export type Ramp = 'viridis' | 'cividis'

// Sampled from matplotlib's tables at 0, 1/6 … 1.
const samples: Record<Ramp, readonly string[]> = {
  viridis: ['#440154', '#443983', '#31688e', '#21918c', '#35b779', '#90d743', '#fde725'],
  cividis: ['#00224e', '#2a3f6d', '#575d6d', '#7d7c78', '#a59c74', '#d2c060', '#fee838'],
}

/**
 * One colour a class, from few to many. On a dark ground few is dark, on a light one few is light, so that the
 * quiet end is always the one near the ground; the end that would vanish in it is left out.
 *
 * @param classes  1 to 7
 */
export function rampColours(ramp: Ramp, classes: number, theme: 'dark' | 'light'): string[] {
  if (!Number.isInteger(classes) || classes < 1 || classes > 7) throw new RangeError(`${classes} classes; a ramp has 1 to 7`)
  const [low, high] = theme === 'dark' ? [0.16, 1] : [0.94, 0]
  return Array.from({ length: classes }, (_, i) => sample(ramp, low + (high - low) * (classes === 1 ? 0.5 : i / (classes - 1))))
}

function sample(ramp: Ramp, share: number): string {
  const table = samples[ramp]
  const place = share * (table.length - 1)
  const [below, above] = [table[Math.floor(place)]!, table[Math.ceil(place)]!]
  const channel = (at: number) => {
    const [a, b] = [below, above].map(colour => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number]
    return Math.round(a + (b - a) * (place % 1)).toString(16).padStart(2, '0')
  }
  return `#${channel(1)}${channel(3)}${channel(5)}`
}
