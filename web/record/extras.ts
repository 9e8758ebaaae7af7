import type { Component } from 'vue'
import type { Properties } from './api.ts'

/** Props of a layer's own `<Layer>Popup.vue`: what is known, at first only what the tile holds. */
export interface PopupProps { properties: Properties }

/** Props of a layer's own `<Layer>Panel.vue`, drawn at the top of the full record. */
export interface PanelProps { properties: Properties, restricted: Properties | null }

interface PanelModule {
  default: Component<PanelProps>
  /** Properties that the panel draws, so that the list below doesn't repeat them. */
  drawn: readonly string[]
}

const popupModules = import.meta.glob<{ default: Component<PopupProps> }>('../../layers/*/*Popup.vue', { eager: true })
const panelModules = import.meta.glob<PanelModule>('../../layers/*/*Panel.vue', { eager: true })

const byFolder = <M>(modules: Record<string, M>): Readonly<Record<string, M>> =>
  Object.fromEntries(Object.entries(modules).map(([path, module]) => [path.split('/').at(-2)!, module]))

/** The popups and panels that layers bring, by the layer's id. Read from the folders; there is no list. */
export const popups = byFolder(popupModules)
export const panels = byFolder(panelModules)
