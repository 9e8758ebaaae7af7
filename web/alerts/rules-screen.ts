import { defineAsyncComponent, type Component } from 'vue'

const found = Object.values(import.meta.glob<{ default: Component }>('./**/RulesScreen.vue'))[0]

/** The screen of the rules that raise alerts; undefined in a build without it. */
export const RulesScreen = found && defineAsyncComponent(found)
