import type { Component } from 'vue'

/** The screen for the rules, where this build has one. */
export const rulesScreen = Object.values(import.meta.glob<{ default: Component }>('./**/RulesScreen.vue'))[0]
