/** A count in at most four characters: 940, 9999, 12k, 1.2k only where it would not fit. */
export function shortCount(count: number): string {
  if (count < 10_000) return String(count)
  return count < 99_500 ? `${(count / 1000).toFixed(1).replace(/\.0$/, '')}k` : `${Math.round(count / 1000)}k`
}
