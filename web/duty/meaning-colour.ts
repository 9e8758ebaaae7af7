import type { Token } from '../theme/tokens.ts'
import type { Meaning } from './api.ts'

/** Colours of statuses, as on the map. */
export const meaningColour: Readonly<Record<Meaning, Token>> = {
  available: 'fine', enroute: 'accent', on_scene: 'caution', unavailable: 'second', off_duty: 'disabled',
}
