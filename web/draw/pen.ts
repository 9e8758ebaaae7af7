import type { LineString, Polygon } from 'geojson'
import type { Map as MapLibreMap } from 'maplibre-gl'
import {
  TerraDraw, TerraDrawCircleMode, TerraDrawFreehandMode, TerraDrawLineStringMode, TerraDrawModeUndoRedo, TerraDrawPolygonMode,
  TerraDrawRectangleMode, TerraDrawRenderMode, type HexColor,
} from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import type { Tokens } from '../theme/tokens.ts'
import { tools, type Sketch, type Tool } from './use-draw.ts'

export interface Pen {
  /** Draw with a tool, or with none. What an unfinished line had is gone. */
  use(tool: Tool | null): void
  /** Take back the last corner. @returns whether there was one */
  undo(): boolean
  /** Show an area that was drawn earlier or came with a link; null clears. */
  show(area: Polygon | null): void
  remove(): void
}

interface Paper { sketched(sketch: Sketch | null): void, finished(sketch: Sketch): void }

/** A pen on the map. Its tools never touch the map's own style layers. */
export function makePen(map: MapLibreMap, colours: Tokens, paper: Paper): Pen {
  const colour = colours.accent as HexColor
  const panel = colours.panel as HexColor
  const corner = { closingPointColor: panel, closingPointWidth: 5, closingPointOutlineColor: colour, closingPointOutlineWidth: 2, coordinatePointColor: panel, coordinatePointWidth: 4, coordinatePointOutlineColor: colour, coordinatePointOutlineWidth: 2 }
  const fill = { fillColor: colour, fillOpacity: 0.12, outlineColor: colour, outlineWidth: 2, ...corner }
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 9 }),
    undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
    modes: [
      new TerraDrawLineStringMode({ modeName: 'distance', showCoordinatePoints: true, styles: { lineStringColor: colour, lineStringWidth: 2, ...corner } }),
      new TerraDrawPolygonMode({ modeName: 'surface', showCoordinatePoints: true, styles: fill }),
      new TerraDrawPolygonMode({ modeName: 'polygon', showCoordinatePoints: true, styles: fill }),
      new TerraDrawRectangleMode({ modeName: 'rectangle', drawInteraction: 'click-move-or-drag', styles: fill }),
      new TerraDrawCircleMode({ modeName: 'circle', drawInteraction: 'click-move-or-drag', styles: fill }),
      new TerraDrawFreehandMode({ modeName: 'freehand', drawInteraction: 'click-move-or-drag', minDistance: 8, styles: fill }),
      new TerraDrawRenderMode({ modeName: 'shown', styles: { polygonFillColor: colour, polygonFillOpacity: 0.12, polygonOutlineColor: colour, polygonOutlineWidth: 2 } }),
    ],
  })
  draw.start()
  let current: Tool | null = null
  // A map that was removed took terra-draw's layers with it.
  let gone = false
  map.once('remove', () => { gone = true })

  const sketchNow = (finished: boolean): Sketch | null => {
    const found = draw.getSnapshot().findLast(({ geometry, properties }) => geometry.type !== 'Point' && tools.includes(properties.mode as Tool))
    if (!found || !current) return null
    const geometry = found.geometry as LineString | Polygon
    return { tool: current, line: geometry.type === 'Polygon' ? geometry.coordinates[0]! : geometry.coordinates, finished }
  }
  draw.on('change', () => { if (current) paper.sketched(sketchNow(false)) })
  draw.on('finish', (_id, { action }) => {
    const sketch = action === 'draw' ? sketchNow(true) : null
    // terra-draw is still inside its own event; it is changed only after.
    if (sketch) queueMicrotask(() => paper.finished(sketch))
  })

  return {
    use(tool) {
      current = tool
      draw.setMode(tool ?? 'shown')
      const left = draw.getSnapshot().filter(({ properties }) => properties.mode !== 'shown').map(({ id }) => id!)
      if (left.length) draw.removeFeatures(left)
    },
    undo: () => draw.undo(),
    show(area) {
      const before = draw.getSnapshot().filter(({ properties }) => properties.mode === 'shown').map(({ id }) => id!)
      if (before.length) draw.removeFeatures(before)
      if (area) draw.addFeatures([{ type: 'Feature', geometry: rounded(area), properties: { mode: 'shown' } }])
    },
    remove() { if (!gone) draw.stop() },
  }
}

/** terra-draw refuses coordinates with more than nine decimals. */
const rounded = (area: Polygon): Polygon =>
  ({ type: 'Polygon', coordinates: area.coordinates.map(ring => ring.map(position => position.map(value => Math.round(value * 1e9) / 1e9))) })
