import type { Map as MapLibreMap } from 'maplibre-gl'
import { signName, type Sign } from './drawing.ts'

const density = 3

/** Draw the signs of a layer and give them to the map; those that are there are replaced. */
export function putSigns(map: MapLibreMap, layer: string, signs: Record<string, Sign>): void {
  for (const [name, sign] of Object.entries(signs)) {
    const image = pixels(sign)
    const id = signName(layer, name)
    if (map.hasImage(id)) map.updateImage(id, image)
    else map.addImage(id, image, { pixelRatio: density })
  }
}

/** A sign as pixels, `density` of them to one of the design's. */
function pixels({ size, draw }: Sign): ImageData {
  const width = size * density
  const canvas = Object.assign(document.createElement('canvas'), { width, height: width })
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  context.scale(density, density)
  context.translate(size / 2, size / 2)
  draw(context)
  return context.getImageData(0, 0, width, width)
}

/** A sign as a picture for the legend. */
export function signPicture({ size, draw }: Sign): string {
  const width = size * density
  const canvas = Object.assign(document.createElement('canvas'), { width, height: width })
  const context = canvas.getContext('2d')!
  context.scale(density, density)
  context.translate(size / 2, size / 2)
  draw(context)
  return canvas.toDataURL()
}
