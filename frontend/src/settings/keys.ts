// What works everywhere in the window: the keys for the settings and for the size, and the menus of
// the system that ask for the same.
import type { Bridge } from '../bridge'
import type { Router } from '../route.svelte'
import { pressed } from '../shortcuts'
import type { Settings } from './settings.svelte'

const resizes = { larger: 1, smaller: -1, usualSize: 0 } as const

export function listen(bridge: Bridge, settings: Settings, router: Router): void {
  addEventListener('keydown', (event) => {
    const wish = pressed(event, 'settings', 'larger', 'smaller', 'usualSize')
    if (!wish) return
    event.preventDefault()
    if (wish === 'settings') router.go({ place: 'settings' })
    else settings.resize(resizes[wish])
  })
  bridge.onResize((by) => settings.resize(by))
  bridge.onGo((where) => {
    if (where === 'back') history.back()
    else if (where === 'forward') history.forward()
    else router.go(where)
  })
}
