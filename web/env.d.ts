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

// Its types say that the default export holds another one; what it gives is the thing itself.
declare module 'gcoord' {
  type Datum = 'WGS84' | 'GCJ02' | 'BD09'
  const gcoord: { transform: <T>(input: T, from: Datum, to: Datum) => T, WGS84: 'WGS84', GCJ02: 'GCJ02', BD09: 'BD09' }
  export default gcoord
}
