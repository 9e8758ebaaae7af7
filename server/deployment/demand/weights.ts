import { Type, type Static } from 'typebox'
import type { IncidentType } from '../../layers/dictionaries.ts'

const factor = Type.Number({ minimum: 0, maximum: 100 })
/** What an incident counts: the factor of its type times that of the grade of its type. */
export const weightsSchema = Type.Object({
  by_code: Type.Optional(Type.Record(Type.String({ pattern: '^([0-9]{2}){1,3}$' }), factor, { additionalProperties: false, description: 'by prefix of the type, the longest that fits; 1 unless told' })),
  by_grade: Type.Optional(Type.Object({ 1: Type.Optional(factor), 2: Type.Optional(factor), 3: Type.Optional(factor) }, { additionalProperties: false, description: 'by grade of the type, 1: act now; 3, 2 and 1 unless told' })),
  near_repeat: Type.Optional(Type.Object({
    metres: Type.Optional(Type.Number({ minimum: 50, maximum: 2_000, description: '200 unless told' })), days: Type.Optional(Type.Number({ minimum: 1, maximum: 60, description: '14 unless told' })),
    factor: Type.Optional(Type.Number({ minimum: 0.1, maximum: 10, description: 'how much the echo counts; 1 unless told: as measured' })),
  }, { additionalProperties: false, description: 'demand of the coming week lies more where near repeats of the last incidents are to be expected, as far as the data show any; its sum stays as it is' })),
}, { additionalProperties: false })
export type Weights = Static<typeof weightsSchema>
/** All that decides what incidents count, as data: it goes to a thread as it is. */
export interface Weighing { types: readonly IncidentType[], weights: Weights }

/** A call that can't wait counts as much as three that can: a convention, to be changed by whoever plans. */
const usualGrades: Readonly<Record<1 | 2 | 3, number>> = { 1: 3, 2: 2, 3: 1 }

const longest = <T>(digits: string, of: (prefix: string) => T | undefined): T | undefined => of(digits) ?? of(digits.slice(0, 4)) ?? of(digits.slice(0, 2))
const digitsOf = (code: number): string => String(code).padStart(6, '0')

/** The grade of a type by its six-digit code as a number; types that the dictionary doesn't know are of grade 3. */
export function gradeReader(types: Weighing['types']): (code: number) => 1 | 2 | 3 {
  const grades = new Map(types.map(({ code, grade }) => [code, grade]))
  return code => (longest(digitsOf(code), prefix => grades.get(prefix)) ?? 3) as 1 | 2 | 3
}

/**
 * What incidents of a type count.
 *
 * @returns by six-digit code as a number, as the columns hold it
 */
export function weigher({ types, weights: { by_code: byCode = {}, by_grade: byGrade = {} } }: Weighing): (code: number) => number {
  const gradeOf = gradeReader(types), known = new Map<number, number>()
  return code => {
    let weight = known.get(code)
    if (weight === undefined) {
      const grade = gradeOf(code)
      known.set(code, weight = (longest(digitsOf(code), prefix => byCode[prefix]) ?? 1) * (byGrade[grade] ?? usualGrades[grade]))
    }
    return weight
  }
}
