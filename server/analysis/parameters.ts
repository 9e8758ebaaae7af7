import { BadInput, type Fault } from '../errors.ts'
import type { Method } from './method.ts'

/**
 * Parameters as a method takes them: checked, and its own defaults where the caller says nothing.
 *
 * @throws {BadInput} naming each parameter that is unknown or out of bounds
 */
export function readParameters({ id, parameters }: Method, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const faults: Fault[] = []
  const fault = (name: string, detail: string) => faults.push({ pointer: `/body/parameters/${name}`, value: given[name], detail })
  for (const name of Object.keys(given)) if (!parameters[name]) fault(name, `${id} takes ${Object.keys(parameters).join(', ') || 'no parameters'}`)
  const read = Object.fromEntries(Object.entries(parameters).map(([name, parameter]) => {
    const value = given[name]
    if (value === undefined || value === null) return [name, parameter.otherwise]
    if (parameter.kind === 'choice') {
      if (!Object.hasOwn(parameter.options, String(value))) fault(name, `must be one of ${Object.keys(parameter.options).join(', ')}`)
    } else if (parameter.kind === 'numbers') {
      const rising = Array.isArray(value) && value.length > 0 && value.length <= 20 && value.every((each, i) => typeof each === 'number' && each > 0 && (i === 0 || each > value[i - 1]))
      if (!rising) fault(name, `must be 1 to 20 rising numbers above 0, in ${parameter.unit.en}`)
    } else if (typeof value !== 'number' || !(value >= parameter.least && value <= parameter.most) || parameter.whole && !Number.isInteger(value))
      fault(name, `must be a ${parameter.whole ? 'whole ' : ''}number from ${parameter.least} to ${parameter.most} ${parameter.unit.en}`.trimEnd())
    return [name, value]
  }))
  if (faults.length) throw new BadInput(...faults)
  return read
}
