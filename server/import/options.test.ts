import { describe, expect, it } from 'vitest'
import { readOptions } from './options.ts'

describe('the command line', () => {
  it('takes an area that begins with a minus', () => {
    expect(readOptions(['roads', 'a.osm', '--area', '-95.8,29.4,-95,30.1', '--max-bad', '1%'])).toMatchObject({ layer: 'roads', file: expect.stringMatching(/^\/.*a\.osm$/), area: [-95.8, 29.4, -95, 30.1], maxBad: 1 })
  })
  it.each([
    [['roads'], /give one layer and one file/], [['roads', 'a.osm', '--datum', 'xian80'], /--datum is "xian80"; it must be wgs84/], [['roads', 'a.osm', '--area', '1,2,3'], /west,south,east,north/],
    [['roads', 'a.osm', '--max-bad', 'some'], /--max-bad is "some"; it must be a percentage/], [['roads', 'a.osm', '--colour', 'red'], /--colour/],
  ])('%j is refused with what would be right', (argv, message) => { expect(() => readOptions(argv)).toThrow(message) })
})
