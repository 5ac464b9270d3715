// Every control in every state, without Go: npm run dev, then /dev/gallery.html
// theme=light|dark|contrast, size=50…300, lang=ko, dir=rtl, long (words 40 % longer).
import { mount } from 'svelte'
import { followSystem } from '../src/design/appearance'
import '../src/design/base.css'
import { speak } from '../src/locale/language.svelte'
import { scale } from '../src/settings/scale.svelte'
import { wordsOf } from '../src/testing/words'
import Gallery from './Gallery.svelte'

const query = new URLSearchParams(location.search)
const language = query.get('lang') === 'ko' ? 'ko' : 'en'
const theme = query.get('theme')
speak(wordsOf(language))
if (theme) document.documentElement.dataset['theme'] = theme
document.documentElement.lang = language
document.documentElement.dir = query.get('dir') === 'rtl' ? 'rtl' : 'ltr'
scale(Number(query.get('size') ?? 100))
followSystem(document.documentElement, () => {})
mount(Gallery, { target: document.getElementById('app')!, props: { language, long: query.has('long') } })
