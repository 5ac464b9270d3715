// Home as the next start shows it, which begins with it (app/drawn.go). It is drawn beside the page, and
// not taken from it: there another place may be shown, a question on top, or an answer that was just given.
import { mount, unmount, untrack } from 'svelte'
import App from './App.svelte'
import type { SettingsView, StartView } from './bridge/views'
import { spoken } from './locale/language.svelte'
import { Library } from './library.svelte'
import type { Router } from './route.svelte'
import { media } from './settings/scale.svelte'
import type { Settings } from './settings/settings.svelte'

/** Who answers one item after the other is not disturbed. */
const calm = 1000

/** What the drawing was made from that the page brought: what it shows, and the settings of that moment. */
export interface Kept extends StartView {
  looks: SettingsView
}

/**
 * Draws Home anew whenever something that it shows has changed. The page may have brought a drawing, which
 * is kept already: what it was drawn from is not drawn again. To draw Home twice at every start would be
 * what the window takes most memory for.
 */
export function followHome(library: Library, settings: Settings, kept?: Kept): () => void {
  return $effect.root(() => {
    const widths = [media('(max-width: 899px)'), media('(max-width: 599px)')]
    const looks = $derived([settings.now.sidebarFolded, settings.now.textSize, ...widths.map((width) => width.current)].join())
    $effect(() => {
      const { session, cards, home } = library
      void [spoken(), looks]
      const drawn = kept
      kept = undefined
      // Who was quick has changed something before anybody followed.
      if (drawn && drawn.session === session && drawn.catalogue.guides === cards && drawn.home === home && drawn.looks === untrack(() => settings.now)) return
      return soon(() => void keepHome(library, settings))
    })
  })
}

/** Does something once all is calm, or when the hand goes elsewhere: it may be on its way to close the window. */
function soon(act: () => void): () => void {
  const given = new AbortController()
  const { signal } = given
  const once = () => {
    given.abort()
    act()
  }
  const later = setTimeout(once, calm)
  signal.addEventListener('abort', () => clearTimeout(later))
  addEventListener('blur', once, { signal })
  document.documentElement.addEventListener('mouseleave', once, { signal })
  return () => given.abort()
}

/** Draws Home from what Go says now, and keeps the drawing. What the day says keeps its room in it, and is not seen before it is true. */
export async function keepHome({ bridge, notices }: Library, settings: Settings): Promise<void> {
  try {
    const start = await bridge.start()
    // While another language is being chosen, the window and Go may speak two.
    if (start.session.language !== spoken().words.language) return
    const library = new Library(bridge, notices)
    library.begin(start)
    // All that a page that is not gone to asks of a router.
    const router = { current: { place: 'home' }, visits: 0 } as unknown as Router
    const target = document.createElement('div')
    const app = mount(App, { target, props: { router, notices, library, settings, still: true } })
    for (const part of target.querySelectorAll('[data-day]')) part.setAttribute('data-then', '')
    const markup = target.innerHTML
    void unmount(app)
    await bridge.keepDrawn(start, markup)
  } catch {
    // The next start draws it.
  }
}
