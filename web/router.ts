import { createRouter, createWebHistory } from 'vue-router'

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', name: 'map', component: () => import('./frame/MapScreen.vue') },
    // What a wall's browser is told to open.
    { path: '/wall', redirect: { path: '/', query: { mode: 'wall' } } },
    // The officer's phone. It signs in by itself, because it also opens without signal.
    { path: '/duty', name: 'duty', component: () => import('./duty/DutyScreen.vue'), meta: { ownGate: true } },
  ],
})
