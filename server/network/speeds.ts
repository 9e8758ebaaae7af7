import { BadInput, type Fault } from '../errors.ts'

export const roadClasses = ['motorway', 'trunk', 'primary', 'secondary', 'tertiary', 'residential', 'service', 'path'] as const
export type RoadClass = (typeof roadClasses)[number]
export const kinds = ['car', 'motorcycle', 'foot'] as const
export type Kind = (typeof kinds)[number]

/** How somebody travels. `hour` is the local one, 0 to 23; a siren means nothing on foot. */
export interface Profile { kind: Kind, siren: boolean, hour: number }

/** The row `speeds` of table setting. */
export interface Speeds {
  /** Usual km/h on a free road, lights included; null: closed to it. */
  classes: Record<Kind, Record<RoadClass, number | null>>
  /** What the hour of the day makes of that, from midnight; walking knows no hours. */
  hours: Record<'car' | 'motorcycle', readonly number[]>
  /** What a siren makes of that. */
  siren: Record<'car' | 'motorcycle', number>
}

/** What holds until an administrator says otherwise. A posted limit below the class's speed counts instead of it. */
export const usualSpeeds: Speeds = {
  classes: {
    car: { motorway: 90, trunk: 65, primary: 42, secondary: 36, tertiary: 30, residential: 22, service: 15, path: null },
    motorcycle: { motorway: 80, trunk: 60, primary: 42, secondary: 38, tertiary: 32, residential: 24, service: 16, path: null },
    foot: { motorway: null, trunk: 5, primary: 5, secondary: 5, tertiary: 5, residential: 5, service: 5, path: 5 },
  },
  hours: {
    car: [1.15, 1.15, 1.15, 1.15, 1.15, 1.15, 1.05, 0.75, 0.65, 0.8, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.85, 0.7, 0.65, 0.8, 0.95, 0.95, 1.05, 1.1],
    motorcycle: [1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1, 0.9, 0.85, 0.95, 1, 1, 1, 1, 1, 1, 0.95, 0.85, 0.85, 0.95, 1, 1, 1, 1.05],
  },
  siren: { car: 1.35, motorcycle: 1.3 },
}

/** Kinds of units (layers/units) by how they travel; a drone flies and a reserve drives a car when it is sent. */
export const kindOfUnit = (unitKind: string): Kind =>
  unitKind === 'motorcycle' ? 'motorcycle' : unitKind === 'officer' || unitKind === 'post' ? 'foot' : 'car'

/**
 * Settings as they came in, checked.
 *
 * @throws {BadInput} naming each field, its value and what would be right
 */
export function checkSpeeds(value: unknown, pointer = '/body'): Speeds {
  const faults: Fault[] = []
  const object = (at: string, from: unknown, names: readonly string[]): Record<string, unknown> => {
    if (typeof from !== 'object' || from === null || Array.isArray(from)) { faults.push({ pointer: at, value: from, detail: `must be an object with ${names.join(', ')}` }); return {} }
    for (const name of Object.keys(from)) if (!names.includes(name)) faults.push({ pointer: `${at}/${name}`, value: name, detail: `is none of ${names.join(', ')}` })
    return from as Record<string, unknown>
  }
  const number = (at: string, from: unknown, low: number, high: number, what: string): number => {
    if (typeof from !== 'number' || !(from >= low && from <= high)) faults.push({ pointer: at, value: from, detail: `must be ${what} from ${low} to ${high}` })
    return from as number
  }
  const vehicles = ['car', 'motorcycle'] as const
  const top = object(pointer, value, ['classes', 'hours', 'siren'])
  const classes = object(`${pointer}/classes`, top.classes, kinds)
  const hours = object(`${pointer}/hours`, top.hours, vehicles)
  const siren = object(`${pointer}/siren`, top.siren, vehicles)
  const speeds = {
    classes: Object.fromEntries(kinds.map(kind => {
      const at = `${pointer}/classes/${kind}`, given = object(at, classes[kind], roadClasses)
      return [kind, Object.fromEntries(roadClasses.map(name => [name, given[name] === null ? null : number(`${at}/${name}`, given[name], 1, 200, 'km/h (or null where it may not go)')]))]
    })),
    hours: Object.fromEntries(vehicles.map(kind => {
      const at = `${pointer}/hours/${kind}`, given = hours[kind]
      if (!Array.isArray(given) || given.length !== 24) { faults.push({ pointer: at, value: given, detail: 'must be 24 factors, from midnight' }); return [kind, []] }
      return [kind, given.map((factor, hour) => number(`${at}/${hour}`, factor, 0.1, 2, 'a factor'))]
    })),
    siren: Object.fromEntries(vehicles.map(kind => [kind, number(`${pointer}/siren/${kind}`, siren[kind], 1, 3, 'a factor')])),
  }
  if (faults.length > 0) throw new BadInput(...faults)
  return speeds as unknown as Speeds
}

/** Roads are told apart by class and posted limit: `class * paceStep + posted km/h`, 0 where none is posted. */
export const paceStep = 256

const known = new WeakMap<Speeds, Map<string, Float64Array>>()

/**
 * Seconds a metre by class and posted limit (index: see paceStep); Infinity where the road is closed to that kind.
 *
 * @throws {RangeError} for an hour that is none
 */
export function pacesOf(speeds: Speeds, { kind, siren, hour }: Profile): Float64Array {
  if (!Number.isInteger(hour) || hour < 0 || hour > 23) throw new RangeError(`hour ${hour} is none of 0 to 23`)
  const key = kind === 'foot' ? kind : `${kind} ${siren} ${hour}`
  let byKey = known.get(speeds)
  if (!byKey) known.set(speeds, byKey = new Map())
  let paces = byKey.get(key)
  if (!paces) byKey.set(key, paces = makePaces(speeds, { kind, siren, hour }))
  return paces
}

function makePaces({ classes, hours, siren: sirens }: Speeds, { kind, siren, hour }: Profile): Float64Array {
  const paces = new Float64Array(roadClasses.length * paceStep).fill(Infinity)
  const factor = kind === 'foot' ? 1 : hours[kind][hour]! * (siren ? sirens[kind] : 1)
  roadClasses.forEach((name, i) => {
    const usual = classes[kind][name]
    if (usual === null) return
    for (let posted = 0; posted < paceStep; posted++) {
      const kmh = kind === 'foot' || posted === 0 ? usual : Math.min(usual, posted)
      paces[i * paceStep + posted] = 3.6 / (kmh * factor)
    }
  })
  return paces
}
