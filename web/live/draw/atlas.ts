import type { Sign } from '../../map/drawing.ts'
import { rgbOf } from '../../theme/contrast.ts'

/** Signs on one picture, for deck.gl: where each lies, in pixels of the picture. */
export interface Atlas {
  picture: ImageBitmap
  mapping: Record<string, { x: number, y: number, width: number, height: number, anchorX: number, anchorY: number, mask: false }>
  /** Pixels of the design that a sign is wide. */
  sizes: Record<string, number>
}

const density = 3
const across = 1024
const gap = 2

/**
 * Draw a layer's signs onto one picture, row by row.
 *
 * @param edge  `#rrggbb` that signs fade into: what is empty has this colour, fully transparent, so that no other
 *              colour shows along the rims when the picture is made smaller
 */
export async function atlasOf(signs: Record<string, Sign>, edge: string): Promise<Atlas> {
  const mapping: Atlas['mapping'] = {}
  let [x, y, row] = [0, 0, 0]
  for (const [name, { size }] of Object.entries(signs)) {
    const width = Math.ceil(size * density)
    if (x + width > across) [x, y, row] = [0, y + row + gap, 0]
    mapping[name] = { x, y, width, height: width, anchorX: width / 2, anchorY: width / 2, mask: false }
    row = Math.max(row, width)
    x += width + gap
  }
  const canvas = Object.assign(document.createElement('canvas'), { width: across, height: y + row + gap })
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  for (const [name, { draw }] of Object.entries(signs)) {
    const { x: left, y: top, width } = mapping[name]!
    context.setTransform(density, 0, 0, density, left + width / 2, top + width / 2)
    draw(context)
  }
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height)
  const [red, green, blue] = rgbOf(edge)
  for (let i = 0; i < pixels.data.length; i += 4) if (pixels.data[i + 3] === 0) pixels.data.set([red, green, blue], i)
  // A canvas would forget the colour of what is transparent.
  const picture = await createImageBitmap(pixels, { premultiplyAlpha: 'none' })
  return { picture, mapping, sizes: Object.fromEntries(Object.entries(signs).map(([name, { size }]) => [name, size])) }
}

/**
 * Keep a picture of signs for what they depend on now; while a new one is drawn, the old one stays.
 *
 * @param ready  called when a new one is there
 */
export function keepAtlas(ready: () => void): (key: string, signs: () => Record<string, Sign>, edge: string) => Atlas | undefined {
  let current: Atlas | undefined
  let wanted = ''
  return (key, signs, edge) => {
    if (key !== wanted) {
      wanted = key
      void atlasOf(signs(), edge).then(made => {
        if (key !== wanted) return
        current = made
        ready()
      })
    }
    return current
  }
}
