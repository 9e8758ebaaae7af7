import type { Department } from '../api/types.ts'

/** Departments that can be handed to, those whose types the incident is of first, the closer match before the wider. */
export function proposed(departments: readonly Department[], code: string): { department: Department, fits: boolean }[] {
  const fit = ({ type_prefixes }: Department) => Math.max(0, ...type_prefixes.filter(prefix => code.startsWith(prefix)).map(prefix => prefix.length))
  return departments.filter(({ active }) => active).map(department => ({ department, fit: fit(department) }))
    .sort((a, b) => b.fit - a.fit || a.department.id - b.department.id).map(({ department, fit: length }) => ({ department, fits: length > 0 }))
}
