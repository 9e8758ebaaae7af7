import { BadInput } from './errors.ts'

/** West, south, east, north in degrees, WGS 84. */
export type Box = readonly [number, number, number, number]

/**
 * Read a bounding box as OGC writes it: four numbers, or six with heights, which are left out.
 *
 * @throws {BadInput} where it isn't that, is outside the world, or its south is north of its north
 */
export function readBox(text: string, pointer = '/query/bbox'): Box {
  const numbers = text.split(',').map(part => part.trim() === '' ? NaN : Number(part))
  const [west, south, east, north] = numbers.length === 6 ? [numbers[0]!, numbers[1]!, numbers[3]!, numbers[4]!] : numbers as [number, number, number, number]
  const fail = (detail: string): never => { throw new BadInput({ pointer, value: text, detail }) }
  if (![4, 6].includes(numbers.length) || numbers.some(value => !Number.isFinite(value))) fail('must be four numbers: west,south,east,north in degrees')
  if (west < -180 || east > 180 || south < -90 || north > 90) fail('must lie within -180,-90,180,90')
  if (south > north) fail(`south (${south}) must not be above north (${north})`)
  if (west > east) fail(`west (${west}) must not be beyond east (${east}); boxes over the date line must be asked in two parts`)
  return [west, south, east, north]
}

/** Read a whole number within bounds. @throws {BadInput} */
export function readInteger(value: unknown, pointer: string, low: number, high: number): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN
  if (!Number.isInteger(number) || number < low || number > high)
    throw new BadInput({ pointer, value, detail: `must be a whole number from ${low} to ${high}` })
  return number
}
