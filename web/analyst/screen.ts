/** The parts of the analyst's workbench, loaded together. */
export { default as AnalystDock } from './AnalystDock.vue'
export { default as AnalystOverMap } from './map/AnalystOverMap.vue'
export { default as AnalystQuestion } from './AnalystQuestion.vue'
export { default as AnalystResult } from './AnalystResult.vue'
