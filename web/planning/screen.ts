/** The parts of the planner's workbench, loaded together. */
export { default as PlanningAsk } from './PlanningAsk.vue'
export { default as PlanningResult } from './PlanningResult.vue'
