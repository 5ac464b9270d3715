// What works everywhere in the window: the keys for the settings and for the size, and the menus of
// the system that ask for the same.
import type { Bridge } from '../bridge'
import type { Router } from '../route.svelte'
import { pressed, writes } from '../shell/shortcuts'
import type { Settings } from './settings.svelte'

const resizes = { larger: 1, smaller: -1, usualSize: 0 } as const

export function listen(bridge: Bridge, settings: Settings, router: Router): void {
  addEventListener('keydown', (event) => {
    const wish = pressed(event, 'back', 'forward', 'settings', 'larger', 'smaller', 'usualSize')
    // In a field, Alt and an arrow moves by words on some systems.
    if (!wish || ((wish === 'back' || wish === 'forward') && writes(event.target))) return
    event.preventDefault()
    if (wish === 'back') history.back()
    else if (wish === 'forward') history.forward()
    else if (wish === 'settings') router.go({ place: 'settings' })
    else settings.resize(resizes[wish])
  })
  // Ctrl and the wheel change the size. The wheel is listened to only while Ctrl is held: a listener that
  // may stop a scroll makes every scroll wait for it.
  let last = 0
  function turned(event: WheelEvent): void {
    if (!event.ctrlKey || !event.deltaY) return
    event.preventDefault()
    if (event.timeStamp - last < 60) return // the many small turns of a touchpad
    last = event.timeStamp
    settings.resize(-Math.sign(event.deltaY))
  }
  addEventListener('keydown', (event) => event.ctrlKey && addEventListener('wheel', turned, { passive: false }))
  // GTK tells of Ctrl going up as of a key that is pressed with Ctrl. A listener that stayed would go with the
  // next key, and the page be laid out and painted anew while somebody types.
  addEventListener('keyup', (event) => {
    if (event.key === 'Control' || !event.ctrlKey) removeEventListener('wheel', turned)
  })
  // The side buttons of a mouse. Where the engine would step too, it is kept from it.
  addEventListener('mouseup', (event) => {
    if (event.button !== 3 && event.button !== 4) return
    event.preventDefault()
    if (event.button === 3) history.back()
    else history.forward()
  })
  bridge.onResize((by) => settings.resize(by))
  bridge.onGo((where) => {
    if (where === 'back') history.back()
    else if (where === 'forward') history.forward()
    else router.go(where)
  })
}
