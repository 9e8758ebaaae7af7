import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { i18n } from './i18n.ts'
import { router } from './router.ts'
import { synchroniseUrl } from './state/url-sync.ts'
import { keepCurrent } from './wall/keep-current.ts'

const app = createApp(App).use(createPinia()).use(i18n)
synchroniseUrl(router)
app.use(router).mount('#app')

// A wall keeps itself running from its first moment, also while the rest of it can't be loaded yet.
if (location.pathname === '/wall' || new URLSearchParams(location.search).get('mode') === 'wall') keepCurrent()
