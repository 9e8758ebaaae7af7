/** A step of an address chain, from the province down. */
export interface Step { id: number, level: string, name: string }

/**
 * The steps worth showing: those from the district on (everybody knows the city they stand in), without names that
 * repeat the one above ("思明区 › 思明区").
 *
 * @param chain  from the top down, the address itself last
 */
export function shownSteps(chain: readonly Step[]): Step[] {
  const local = chain.filter(step => step.level !== 'province' && step.level !== 'city')
  const steps = local.length ? local : chain
  return steps.filter((step, i) => step.name !== steps[i - 1]?.name)
}

/** What is at an address is grouped by the level below it: "楼栋 12", "户室 340". */
export function byLevel(children: readonly Step[]): { level: string, items: Step[] }[] {
  const groups = new Map<string, Step[]>()
  for (const child of children) groups.set(child.level, [...groups.get(child.level) ?? [], child])
  return [...groups].map(([level, items]) => ({ level, items: items.toSorted((a, b) => compareNames(a.name, b.name)) }))
}

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** 2 号 before 10 号. */
export const compareNames = (a: string, b: string): number => collator.compare(a, b)
