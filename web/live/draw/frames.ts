const listeners = new Set<() => void>()

/** Hear when signs that move were drawn again: what hangs on one follows it. */
export function onFrame(listener: () => void): () => void {
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}

export function tellFrame(): void {
  for (const listener of listeners) listener()
}
