import type { StyleLayer } from './drawing.ts'

/** The paint properties that make a style layer of a type more or less see-through. */
const properties: Record<string, readonly string[]> = {
  fill: ['fill-opacity'], line: ['line-opacity'], circle: ['circle-opacity', 'circle-stroke-opacity'],
  symbol: ['icon-opacity', 'text-opacity'], 'fill-extrusion': ['fill-extrusion-opacity'],
}

/**
 * The paint of a style layer with its opacity multiplied. Expressions of the zoom have to stay outermost, so
 * their outputs are multiplied one by one.
 */
export function fadedPaint(layer: StyleLayer, factor: number): Record<string, unknown> {
  const paint: Record<string, unknown> = { ...layer.paint }
  // Always set, also at 1: a fade that ends has to be taken back.
  for (const property of properties[layer.type] ?? []) paint[property] = multiplied(paint[property] ?? 1, factor)
  return paint
}

function multiplied(value: unknown, factor: number): unknown {
  if (factor === 1) return value
  if (typeof value === 'number') return value * factor
  if (!Array.isArray(value)) return value
  const [operator] = value as [string]
  if (operator === 'interpolate' && zoomed(value[2])) return value.map((part, i) => i >= 3 && i % 2 === 0 ? multiplied(part, factor) : part)
  if (operator === 'step' && zoomed(value[1])) return value.map((part, i) => i >= 2 && i % 2 === 0 ? multiplied(part, factor) : part)
  return ['*', factor, value]
}

const zoomed = (input: unknown): boolean => Array.isArray(input) && input[0] === 'zoom'
