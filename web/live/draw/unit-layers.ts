import type { Layer as DeckLayer } from '@deck.gl/core'
import { IconLayer, TextLayer } from '@deck.gl/layers'
import type { LiveLook } from '../../map/drawing.ts'
import { liveAnchorOf } from '../../map/reconcile.ts'
import { rgbOf } from '../../theme/contrast.ts'
import { fontStack, type Tokens } from '../../theme/tokens.ts'
import { placeAt } from '../motion.ts'
import type { LiveUnit } from '../unit.ts'
import type { Atlas } from './atlas.ts'

/** What is drawn of the units of a layer, and how; the arrays are the same ones until something of them changes. */
export interface UnitPicture {
  id: string
  look: LiveLook
  atlas: Atlas
  colours: Tokens
  /** With a fix, the ones nearer to the eye last. */
  units: readonly LiveUnit[]
  /** Those that move by themselves right now. */
  headed: readonly LiveUnit[]
  labelled: readonly LiveUnit[]
  characters: string[]
  stale: ReadonlySet<LiveUnit>
  /** Counts changes of signs. */
  signsChanged: number
  visible: boolean
  opacity: number
  scale: number
  size: number
  zoom: number
  /** The moment that is drawn, in milliseconds of this machine's clock. */
  now: number
}

/** Signs, the ticks that tell where they head, and names; moved by one attribute, everything else stays on the card. */
export function unitLayers(picture: UnitPicture): DeckLayer[] {
  const { id, look, atlas, colours, visible, opacity, scale, size, now } = picture
  // Order decides, not depth: roofs that were drawn before stand nearer to the eye.
  const place = { beforeId: liveAnchorOf(id), visible, opacity, pickable: false, parameters: { depthCompare: 'always' as const, depthWriteEnabled: false } }
  const position = (unit: LiveUnit) => placeAt(unit.motion!, now)
  const icons = {
    ...place, iconAtlas: atlas.picture as never, iconMapping: atlas.mapping, sizeScale: size * scale, getPosition: position, alphaCutoff: 0.02,
    updateTriggers: { getPosition: now, getIcon: picture.signsChanged, getSize: picture.signsChanged },
  }
  return [
    ...look.heading && picture.zoom >= look.heading.zoom ? [new IconLayer<LiveUnit>({
      ...icons, id: `live/${id}/heading`, data: picture.headed as LiveUnit[],
      getIcon: unit => look.heading!.sign(unit), getSize: unit => atlas.sizes[look.heading!.sign(unit)] ?? 0,
      getAngle: unit => -(unit.fix!.heading ?? 0),
      updateTriggers: { ...icons.updateTriggers, getAngle: picture.headed },
    })] : [],
    new IconLayer<LiveUnit>({
      ...icons, id: `live/${id}`, data: picture.units as LiveUnit[],
      getIcon: unit => look.sign(unit, picture.stale.has(unit)), getSize: unit => atlas.sizes[look.sign(unit, false)] ?? 0,
    }),
    ...picture.labelled.length ? [new TextLayer<LiveUnit>({
      ...place, id: `live/${id}/names`, data: picture.labelled as LiveUnit[],
      getPosition: position, getText: unit => unit[look.labels.property],
      getSize: labelSize * scale, getColor: [...rgbOf(colours.text), 255], getPixelOffset: [0, labelOffset * scale], getTextAnchor: 'middle', getAlignmentBaseline: 'top',
      fontFamily: fontStack.join(','), fontWeight: 500, characterSet: picture.characters,
      fontSettings: { sdf: true, fontSize: 36, buffer: 8, radius: 12 }, outlineWidth: 3, outlineColor: [...rgbOf(colours.halo), 235],
      updateTriggers: { getPosition: now, getSize: scale, getPixelOffset: scale, getColor: colours.text },
    })] : [],
  ]
}

export const labelSize = 12
export const labelOffset = 13
