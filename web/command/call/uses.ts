const key = 'types-taken'

/** How often this desk took each type: codes and counts only, kept in this browser. */
export function readUses(): Record<string, number> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    return typeof stored === 'object' && stored !== null ? Object.fromEntries(Object.entries(stored).filter((pair): pair is [string, number] => typeof pair[1] === 'number')) : {}
  } catch {
    // A browser may refuse storage, or hold what isn't ours: then nothing is preferred.
    return {}
  }
}

export function countUse(code: string): void {
  const uses = readUses()
  uses[code] = (uses[code] ?? 0) + 1
  try {
    localStorage.setItem(key, JSON.stringify(uses))
  } catch { /* see above */ }
}
