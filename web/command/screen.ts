/** Both sides of the desk, loaded together: keys typed right after one that opens the form must find the form. */
export { default as CommandDesk } from './CommandDesk.vue'
export { default as CommandQueue } from './CommandQueue.vue'
