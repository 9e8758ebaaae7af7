/** A name to be written under a sign, in pixels of the screen. */
export interface Label { x: number, y: number, width: number, height: number }

/**
 * Which of these names fit beside each other: the first come first, those that would lie on one already placed are left
 * out. Cost: one look into a few squares of a grid per name.
 */
export function labelsThatFit<L extends Label>(labels: readonly L[]): L[] {
  const square = 64
  const placed = new Map<string, Label[]>()
  return labels.filter(label => {
    const squares = squaresUnder(label, square)
    if (squares.some(key => placed.get(key)?.some(other => overlap(label, other)))) return false
    for (const key of squares) placed.set(key, [...placed.get(key) ?? [], label])
    return true
  })
}

function squaresUnder({ x, y, width, height }: Label, square: number): string[] {
  const keys: string[] = []
  for (let column = Math.floor((x - width / 2) / square); column <= Math.floor((x + width / 2) / square); column++)
    for (let row = Math.floor(y / square); row <= Math.floor((y + height) / square); row++) keys.push(`${column} ${row}`)
  return keys
}

const overlap = (a: Label, b: Label): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 && a.y < b.y + b.height && b.y < a.y + a.height
