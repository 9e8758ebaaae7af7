import { logFactorial } from '../statistics/distributions.ts'

/**
 * Fisher's exact test of two shares, two-sided as R's fisher.test: the probability, given both margins, of a table that
 * is no likelier than the one observed.
 *
 * @param marked  of `all`, in the one group and in the other
 * Cost: O(the smallest margin).
 */
export function fisherTest(a: { marked: number, all: number }, b: { marked: number, all: number }): number {
  for (const { marked, all } of [a, b]) if (!(Number.isInteger(marked) && Number.isInteger(all) && marked >= 0 && marked <= all)) throw new RangeError(`${marked} of ${all} are no counts`)
  const all = a.all + b.all, marked = a.marked + b.marked
  const choose = (n: number, k: number) => logFactorial(n) - logFactorial(k) - logFactorial(n - k)
  const log = (k: number) => choose(a.all, k) + choose(b.all, marked - k) - choose(all, marked)
  // R's tolerance for tables that are equally likely but for rounding.
  const limit = log(a.marked) + 1e-7
  let p = 0
  for (let k = Math.max(0, marked - b.all); k <= Math.min(marked, a.all); k++) { const each = log(k); if (each <= limit) p += Math.exp(each) }
  return Math.min(1, p)
}
