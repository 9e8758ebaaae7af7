import type { OutcomeName } from './counts.ts'
import type { Fix } from './fix.ts'
import type { StoredFix } from './record.ts'
import { follow, judge, newCourse, type Course } from './rules.ts'
import { limitsFor, type PositionSettings } from './settings.ts'
import type { UnitNow, Units } from './units.ts'

/** What is remembered of every unit on duty to judge its fixes by. */
export class Courses {
  settings: PositionSettings | undefined
  readonly #units: Units
  readonly #courses = new Map<number, Course>()
  constructor(units: Units) { this.#units = units }

  /** What becomes of a fix; `stored` where it is to be kept. */
  judge(fix: Fix, now: number): { outcome: OutcomeName, stored?: StoredFix } {
    const unit = this.#unitOf(fix.unit)
    if (!unit) return { outcome: 'unknown_unit' }
    // Before it came on duty counts as off duty: a device that repeats its morning must not tell where somebody lives.
    if (unit.meaning === 'off_duty' || (unit.dutySince !== null && fix.at < unit.dutySince)) return { outcome: 'off_duty' }
    const course = this.#courseOf(unit)
    const outcome = judge(course, fix, now, limitsFor(this.settings!, unit.kind))
    follow(course, fix, outcome)
    if (outcome !== 'accepted' && outcome !== 'out_of_order') return { outcome }
    const { at, longitude, latitude, heading, speedKmh, accuracyMetres } = fix
    return { outcome, stored: { unitId: unit.id, at, longitude, latitude, heading, speedKmh, accuracyMetres } }
  }

  /** Another process kept these. */
  learn(fixes: readonly StoredFix[]): void {
    for (const fix of fixes) {
      const unit = this.#units.get(fix.unitId)
      if (!unit || unit.meaning === 'off_duty') continue
      const course = this.#courseOf(unit)
      follow(course, fix, course.last && course.last.at >= fix.at ? 'out_of_order' : 'accepted')
    }
  }

  /** These were not kept after all: as if they had not been heard, they may come again. */
  forget(fixes: readonly StoredFix[]): void {
    for (const { unitId, at } of fixes) {
      const course = this.#courses.get(unitId)
      if (!course) continue
      course.seen.delete(at)
      // The map shows what was kept.
      if (course.last?.at === at) course.last = this.#units.get(unitId)?.fix ?? null
    }
  }

  drop(unitId: number): void { this.#courses.delete(unitId) }

  /** By id, or by device key; a key in digits that no device has is an id. */
  #unitOf(name: number | string): UnitNow | undefined {
    if (typeof name === 'number') return this.#units.get(name)
    return this.#units.byDevice(name) ?? (/^\d{1,10}$/.test(name) ? this.#units.get(Number(name)) : undefined)
  }

  #courseOf(unit: UnitNow): Course {
    let course = this.#courses.get(unit.id)
    if (!course) this.#courses.set(unit.id, course = newCourse(unit.fix))
    return course
  }
}
