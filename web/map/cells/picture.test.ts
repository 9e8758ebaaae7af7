import { describe, expect, it } from 'vitest'
import { grown, holds } from './box.ts'
import { hatch } from './hatch.ts'
import { nextPicture } from './picture.ts'
import { rampColours } from './ramps.ts'
import { cellResolution } from './resolution.ts'
import { shortCount } from './short-count.ts'

const answer = (cells: Record<string, number | null>) => ({
  layer: 'incidents', resolution: 8, measure: 'count', revision: 1, as_of: '2026-11-22T00:00:00Z', source: 'scan' as const,
  cells: Object.keys(cells), counts: Object.values(cells), total: 0, hidden: 0, others_omitted: false,
})

describe('the picture of cells', () => {
  it('keeps a cell in its slot and empties those that are gone', () => {
    const first = nextPicture(undefined, answer({ a: 5, b: null }), false)
    const second = nextPicture(first, answer({ c: 2, a: 7 }), false)
    expect(second.cells).toEqual(['a', 'b', 'c'])
    expect([...second.counts]).toEqual([7, 0, 2])
    expect([...first.counts]).toEqual([5, -1])
  })

  it('lets a colour mean the same count while the timeline plays', () => {
    const first = nextPicture(undefined, answer({ a: 5, b: 9, c: 30 }), false)
    expect(nextPicture(first, answer({ a: 100 }), true).breaks).toEqual(first.breaks)
    expect(nextPicture(first, answer({ a: 100 }), false).breaks).toEqual([100])
  })
})

describe('cells', () => {
  it('do not flicker between resolutions at the edge of a zoom', () => {
    expect(cellResolution(11.45, 7)).toBe(7)
    expect(cellResolution(11.55, 7)).toBe(7)
    expect(cellResolution(11.7, 7)).toBe(8)
    expect(cellResolution(11.45, 8)).toBe(8)
  })

  it('are asked for with a margin and again only beyond it', () => {
    const box = grown([118, 24, 118.2, 24.1], 0.5)
    expect(box).toEqual([117.9, 23.95, 118.3, 24.15])
    expect(holds(box, [118.05, 24, 118.25, 24.1])).toBe(true)
    expect(holds(box, [118.15, 24, 118.35, 24.1])).toBe(false)
  })

  it('write large counts short', () => {
    expect([940, 9999, 12_000, 12_340, 250_400].map(shortCount)).toEqual(['940', '9999', '12k', '12.3k', '250k'])
  })

  it('hatch a hexagon with strokes that end on its sides', () => {
    const ring: [number, number][] = [[0, 1], [1, 0.5], [1, -0.5], [0, -1], [-1, -0.5], [-1, 0.5]]
    const segments = hatch(ring, 5)
    expect(segments).toHaveLength(11)
    expect(segments[8]).toEqual([[1, 0], [-1, 0]])
  })

  it('run from the quiet end to the loud one in both themes', () => {
    expect(rampColours('viridis', 6, 'dark').at(-1)).toBe('#fde725')
    expect(rampColours('viridis', 6, 'light').at(-1)).toBe('#440154')
    expect(() => rampColours('viridis', 8, 'dark')).toThrow('8 classes')
  })
})
