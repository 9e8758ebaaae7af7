import { modes, type Camera, type Mode, type Selection, type StackEntry, type TimeChoice, type ViewState } from './view-state.ts'
import { presets, type Preset } from './time.ts'

/** The parameters of a link, each absent where it says nothing. */
export type Query = Partial<Record<'mode' | 'view' | 'layers' | 'time' | 'filter' | 'select' | 'screen', string>>

/**
 * A view as the parameters of a link:
 *
 *     mode=situation                          the mode
 *     view=118.08900,24.47980,12.50,0.0,45.0  longitude,latitude,zoom,bearing,pitch
 *     layers=incidents,units:60,-places       topmost first; `:60` is the opacity in per cent, `-` is switched off
 *     time=7d | 2026-01-01T00:00Z~2026-02-01T00:00Z
 *     filter=incidents.code:01,0203;units.kind:drone
 *     select=incidents:17
 *     screen=2                                a screen of the wall, with mode=wall; says all the rest
 */
export function writeQuery(state: ViewState): Query {
  if (state.mode === 'wall' && state.screen !== null) return { mode: 'wall', screen: state.screen }
  const filter = state.layers.flatMap(({ id, filters }) =>
    Object.entries(filters).filter(([, value]) => value !== '').map(([property, value]) => `${id}.${property}:${escape(value)}`)).join(';')
  return {
    mode: state.mode,
    ...(state.camera && { view: writeCamera(state.camera) }),
    layers: state.layers.map(writeEntry).join(','),
    time: 'preset' in state.time ? state.time.preset : `${writeInstant(state.time.from)}~${writeInstant(state.time.to)}`,
    ...(filter && { filter }),
    ...(state.selection && { select: `${state.selection.layer}:${state.selection.id}` }),
  }
}

/**
 * What a link says about the view; a part that is missing or makes no sense is left out, so that an old or
 * mistyped link still opens.
 *
 * @param known  whether a layer of this id exists
 */
export function readQuery(query: Record<string, unknown>, known: (id: string) => boolean): Partial<ViewState> {
  const text = (name: keyof Query) => typeof query[name] === 'string' ? query[name] : ''
  const state: Partial<ViewState> = {}
  if (modes.includes(text('mode') as Mode)) state.mode = text('mode') as Mode
  const camera = readCamera(text('view'))
  if (camera) state.camera = camera
  const layers = readLayers(text('layers'), text('filter'), known)
  if (layers.length) state.layers = layers
  const time = readTime(text('time'))
  if (time) state.time = time
  const selection = readSelection(text('select'), known)
  if (selection) state.selection = selection
  if (/^[a-z0-9-]{1,20}$/.test(text('screen'))) state.screen = text('screen')
  return state
}

const writeCamera = ({ longitude, latitude, zoom, bearing, pitch }: Camera): string =>
  [longitude.toFixed(5), latitude.toFixed(5), zoom.toFixed(2), bearing.toFixed(1), pitch.toFixed(1)].join(',')

function readCamera(text: string): Camera | null {
  const numbers = text.split(',').map(part => part === '' ? NaN : Number(part))
  const [longitude, latitude, zoom, bearing = 0, pitch = 0] = numbers as [number, number, number, number?, number?]
  const sensible = numbers.length >= 3 && numbers.every(Number.isFinite)
    && Math.abs(longitude) <= 180 && Math.abs(latitude) <= 85.1 && zoom >= 0 && zoom <= 24 && pitch >= 0 && pitch <= 85
  return sensible ? { longitude, latitude, zoom, bearing, pitch } : null
}

const writeEntry = ({ id, visible, opacity }: StackEntry): string =>
  `${visible ? '' : '-'}${id}${opacity < 1 ? `:${Math.round(opacity * 100)}` : ''}`

function readLayers(text: string, filter: string, known: (id: string) => boolean): StackEntry[] {
  const entries = new Map<string, StackEntry>()
  for (const part of text.split(',')) {
    const [, minus, id, percent] = /^(-?)([a-z_]+)(?::(\d{1,3}))?$/.exec(part) ?? []
    if (!id || !known(id) || entries.has(id)) continue
    entries.set(id, { id, visible: !minus, opacity: percent ? Math.min(Number(percent), 100) / 100 : 1, filters: {} })
  }
  for (const part of filter.split(';')) {
    const [, id, property, value] = /^([a-z_]+)\.([a-z_0-9]+):(.+)$/.exec(part) ?? []
    const entry = entries.get(id ?? '')
    if (entry && property && value) entry.filters[property] = unescape(value)
  }
  return [...entries.values()]
}

const writeInstant = (instant: number): string => `${new Date(instant).toISOString().slice(0, 16)}Z`

function readTime(text: string): TimeChoice | null {
  if (presets.includes(text as Preset)) return { preset: text as Preset }
  const [from, to] = text.split('~').map(part => /^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/.test(part) ? Date.parse(part) : NaN)
  return from !== undefined && to !== undefined && from < to ? { from, to } : null
}

function readSelection(text: string, known: (id: string) => boolean): Selection | null {
  const [, layer, id] = /^([a-z_]+):(\d{1,15})$/.exec(text) ?? []
  return layer && id && known(layer) ? { layer, id: Number(id) } : null
}

/** Commas part the values of a filter and stay; what would end it is escaped. */
const escape = (value: string): string => encodeURIComponent(value).replaceAll('%2C', ',')
function unescape(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
