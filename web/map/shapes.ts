/** Outlines that signs are made of; each begins a path round the origin. */
export type Outline = (canvas: CanvasRenderingContext2D, radius: number) => void

export const disc: Outline = (canvas, radius) => {
  canvas.beginPath()
  canvas.arc(0, 0, radius, 0, 2 * Math.PI)
}

export const square: Outline = (canvas, radius) => {
  canvas.beginPath()
  canvas.roundRect(-radius, -radius, 2 * radius, 2 * radius, radius * 0.3)
}

/** A regular polygon; `turn` in full turns, 0 with a corner on top. */
export const polygon = (corners: number, turn = 0): Outline => (canvas, radius) => {
  canvas.beginPath()
  for (let i = 0; i < corners; i++) {
    const angle = (i / corners + turn - 0.25) * 2 * Math.PI
    canvas.lineTo(radius * Math.cos(angle), radius * Math.sin(angle))
  }
  canvas.closePath()
}

export const shield: Outline = (canvas, radius) => {
  const r = radius
  canvas.beginPath()
  canvas.moveTo(0, -r)
  canvas.lineTo(0.85 * r, -0.7 * r)
  canvas.bezierCurveTo(0.9 * r, 0.2 * r, 0.55 * r, 0.75 * r, 0, r)
  canvas.bezierCurveTo(-0.55 * r, 0.75 * r, -0.9 * r, 0.2 * r, -0.85 * r, -0.7 * r)
  canvas.closePath()
}

/** Fill an outline and set it off from the map with an edge. */
export function badge(canvas: CanvasRenderingContext2D, outline: Outline, radius: number, fill: string, edge: string, edgeWidth = 1.5): void {
  outline(canvas, radius)
  canvas.fillStyle = fill
  canvas.fill()
  canvas.lineWidth = edgeWidth
  canvas.lineJoin = 'round'
  canvas.strokeStyle = edge
  canvas.stroke()
}

/** Strokes given as polylines of x, y pairs. */
export function strokes(canvas: CanvasRenderingContext2D, colour: string, width: number, ...lines: number[][]): void {
  canvas.strokeStyle = colour
  canvas.lineWidth = width
  canvas.lineCap = 'round'
  canvas.lineJoin = 'round'
  for (const line of lines) {
    canvas.beginPath()
    for (let i = 0; i < line.length; i += 2) canvas.lineTo(line[i]!, line[i + 1]!)
    canvas.stroke()
  }
}

/** A character in the middle. */
export function character(canvas: CanvasRenderingContext2D, text: string, size: number, colour: string, fonts: readonly string[]): void {
  canvas.font = `700 ${size}px ${fonts.map(font => font.includes(' ') ? `"${font}"` : font).join(',')}`
  canvas.textAlign = 'center'
  canvas.textBaseline = 'alphabetic'
  canvas.fillStyle = colour
  const { actualBoundingBoxAscent: above, actualBoundingBoxDescent: below } = canvas.measureText(text)
  canvas.fillText(text, 0, (above - below) / 2)
}
