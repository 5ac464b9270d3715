// The way into the search from anywhere, and what can be done from it. The palette itself is loaded
// when it is first opened; this is all that the window carries before.
import type { Component } from 'svelte'
import type { Library } from '../library.svelte'
import type { Key } from '../locale'
import type { Notices } from '../notices.svelte'
import type { Router } from '../route.svelte'

/** What an action may act on. */
export interface Hands {
  router: Router
  library: Library
  notices: Notices
}

/** Something that can be done from the palette. */
export interface Action {
  id: string
  label: Key
  /** Other words that people look for it by. */
  words?: Key
  icon: Component
  /** Whether it can be done now. */
  possible?: () => boolean
  run: (hands: Hands) => unknown
}

class Door {
  open = $state(false)
  actions = $state.raw<Action[]>([])

  /** Adds actions; one of the same name takes the place of an older one. */
  register(...added: Action[]): void {
    const ids = new Set(added.map(({ id }) => id))
    this.actions = [...this.actions.filter(({ id }) => !ids.has(id)), ...added]
  }
}

export const search = new Door()
