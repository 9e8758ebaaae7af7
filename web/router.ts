import { createRouter, createWebHistory } from 'vue-router'

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', name: 'map', component: () => import('./frame/MapScreen.vue') },
    // What a wall's browser is told to open: /wall, or /wall?screen=2.
    { path: '/wall', redirect: ({ query }) => ({ path: '/', query: { ...query, mode: 'wall' } }) },
    { path: '/replay', name: 'replay', component: () => import('./replay/ReplayScreen.vue') },
    { path: '/report/:id(\\d+)', name: 'report', component: () => import('./report/ReportPage.vue') },
    // What hangs at the briefing: a duty plan, and the patrols of a shift, one tour a page.
    { path: '/plan/:id(\\d+)', name: 'plan', component: () => import('./plan-page/PlanPage.vue') },
    { path: '/patrol/:id(\\d+)', name: 'patrol', component: () => import('./plan-page/PatrolPage.vue') },
    // What a station reads in the morning, mostly on a phone.
    { path: '/daily', name: 'daily', component: () => import('./report/daily/DailyPage.vue') },
    // The officer's phone. It signs in by itself, because it also opens without signal.
    { path: '/duty', name: 'duty', component: () => import('./duty/DutyScreen.vue'), meta: { ownGate: true } },
  ],
})
