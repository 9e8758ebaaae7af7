/// <reference types="vite/client" />

declare module '*.vue' {
  import type { DefineComponent } from 'vue'
  const component: DefineComponent
  export default component
}

// Its own types import each other without extensions, which nodenext doesn't follow.
declare module 'vue-draggable-plus' {
  import type { DefineComponent } from 'vue'
  export const VueDraggable: DefineComponent<{ modelValue: unknown[], tag?: string, handle?: string, animation?: number }>
}
