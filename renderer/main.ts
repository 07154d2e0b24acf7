import './app/no-eval.ts'
import '@fontsource-variable/figtree/wght.css'
import './ui/tokens.css'
import './ui/tone.css'
import './ui/base.css'
import './ui/modes.css'
import './ui/reach.css'
import { createPinia } from 'pinia'
import { createApp, reactive } from 'vue'
import { connect } from './app/connection.ts'
import KioskPage from './app/KioskPage.vue'
import { pageSettings, readSettings } from './app/settings.ts'
import { useShowroom } from './app/showroom-store.ts'
import { createWords } from './locales/words.ts'

const settings = reactive(readSettings(window.location.search))
const app = createApp(KioskPage, { settings })
app.provide(pageSettings, settings)
app.use(createPinia())
app.use(createWords())
connect(useShowroom())
app.mount('#app')
