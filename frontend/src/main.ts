import { mount } from 'svelte'
import App from './App.svelte'
import { bridge, opening, startOf } from './bridge'
import { toFault } from './bridge/fault'
import { followSystem } from './design/appearance'
import './design/base.css'
import { speak } from './locale/language.svelte'
import { Library } from './library.svelte'
import { guardLinks } from './shell/links'
import { Notices } from './notices.svelte'
import { drawn, load, placeOf } from './shell/places'
import { Router } from './route.svelte'
import { search } from './search/door.svelte'
import { listen } from './settings/keys'
import { Settings } from './settings/settings.svelte'
import { somebody } from './somebody'

const brought = opening()
speak(brought.words)
// Without an address the window opens where somebody wants to be, or where it was left.
const { lastPlace, lastScroll } = brought.settings
const begins = brought.address || lastPlace
const resumes = !location.hash && begins !== ''
if (resumes) history.replaceState(null, '', begins)
const router = new Router()
if (resumes && !brought.address) router.scroll = lastScroll
const notices = new Notices()
// A link from outside that leads nowhere: the window says why.
const refuse = (fault: string) => notices.fault('link', toFault(fault))
if (brought.refused) refuse(brought.refused)
bridge.onRefused(refuse)
const library = new Library(bridge, notices)
const settings = new Settings(bridge, notices, brought, () => library.reread())
listen(bridge, settings, router)

guardLinks(document, {
  go: (address) => router.go(address),
  open: (url) => void bridge.openLink(url).catch((reason: unknown) => notices.fault('link', toFault(reason))),
})
bridge.onWarning((fault) => notices.fault('warning', fault))
bridge.onJournalChanged(() => void library.changed())

// --page in both themes, as the window's own background: it shows at the edge of a resize.
followSystem(document.documentElement, (dark) => (dark ? bridge.paintBehind(19, 25, 25) : bridge.paintBehind(251, 253, 252)))

// The system shows the title of the page as that of the window.
const showTitle = () => bridge.title(document.title)
new MutationObserver(showTitle).observe(document.querySelector('title')!, { childList: true })

// What the first screen shows came with the page, nearly always, and so did the script of its place:
// both are drawn before the page counts as ready, which is when the window is shown. A journal that is
// slow to open does not hold the page back. What may be there already is the first screen as it was last
// drawn, which has been on the screen then (app/painted.go): it gives way.
const brings = startOf()
if (brings) library.begin(brings)
const place = placeOf(router.current)
if (brings && drawn(place)) draw()
else {
  const patience = new Promise((done) => setTimeout(done, 150))
  void Promise.race([Promise.all([brings ?? library.start(), load(place)]), patience]).then(draw)
}
void bridge.pageListens()

function draw(): void {
  const target = document.getElementById('app')!
  const kept = target.firstChild && brings ? { ...brings, looks: settings.now } : undefined
  target.replaceChildren()
  mount(App, { target, props: { router, notices, library, settings } })
  performance.mark('mounted') // for the benchmark
  // Where most people go next is there before they press. Without a drawing Home is drawn for the next start in any case.
  setTimeout(async () => {
    if (kept) await somebody
    void load('guide')
    void import('./drawing.svelte').then(({ followHome }) => followHome(library, settings, kept))
    void import('./settings/actions').then(({ actions }) => search.register(...actions(settings)))
  }, 500)
}
