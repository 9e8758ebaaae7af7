import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { i18n } from './i18n.ts'
import { router } from './router.ts'
import { synchroniseUrl } from './state/url-sync.ts'

const app = createApp(App).use(createPinia()).use(i18n)
synchroniseUrl(router)
app.use(router).mount('#app')
